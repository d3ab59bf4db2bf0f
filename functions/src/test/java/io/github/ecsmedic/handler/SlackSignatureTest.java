package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSignatureTest {
    /** The example of Slack's page "Verifying requests from Slack". */
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String TIME = "1531420618";
    private static final String SIGNED = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final byte[] BODY = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                    + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
                    + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
                    + "%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
            .getBytes(US_ASCII);

    private static final int ALTERED = 100_000;

    private final SlackSignature slack = new SlackSignature(SECRET);

    private boolean holds(String time, String signature, byte[] body, long secondsLater) {
        return slack.signedAt(time, signature, body, Instant.ofEpochSecond(1531420618L + secondsLater))
                .isPresent();
    }

    @Test
    void request_ofSlacksOwnExample_holds() {
        assertThat(slack.signedAt(TIME, SIGNED, BODY, Instant.ofEpochSecond(1531420619L)))
                .contains(Instant.ofEpochSecond(1531420618L));
    }

    @ParameterizedTest
    @CsvSource({"300, true", "301, false", "-300, true", "-301, false", "0, true"})
    void request_soManySecondsOld_holdsForFiveMinutes(long seconds, boolean holds) {
        assertThat(holds(TIME, SIGNED, BODY, seconds)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v0=",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5033",
                "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503",
                "V0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                " v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50é",
                "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
            })
    void signature_ofAnotherForm_doesNotHold(String signature) {
        assertThat(holds(TIME, signature, BODY, 0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1531420618",
                "+1531420618",
                "-1531420618",
                "01531420618",
                "1531420618.0",
                "١٥٣١٤٢٠٦١٨",
                "99999999999999999999",
                "1531420618,1531420618",
                "now"
            })
    void timestamp_ofAnotherForm_doesNotHold(String timestamp) {
        assertThat(holds(timestamp, SIGNED, BODY, 0)).isFalse();
    }

    @Test
    void request_alteredAnywhere_neverHolds() {
        long seed = Long.getLong("seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < ALTERED; i++) {
            byte[] time = TIME.getBytes(US_ASCII);
            byte[] signature = SIGNED.getBytes(US_ASCII);
            byte[] body = BODY.clone();
            byte[] altered = switch (random.nextInt(3)) {
                case 0 -> time;
                case 1 -> signature;
                default -> body;
            };
            altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(holds(new String(time, UTF_8), new String(signature, UTF_8), body, 0))
                    .as("-Dseed=%d, request %d", seed, i)
                    .isFalse();
        }
    }

    @Test
    void request_signedWithAnotherSecret_doesNotHold() {
        assertThat(new SlackSignature("another").signedAt(TIME, SIGNED, BODY, Instant.ofEpochSecond(1531420618L)))
                .isEmpty();
    }
}
