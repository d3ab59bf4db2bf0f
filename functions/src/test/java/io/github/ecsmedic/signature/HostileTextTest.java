package io.github.ecsmedic.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.Catalogue;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever can write a log line or a stop reason cannot make recognition slow. */
final class HostileTextTest {
    private static final Recogniser RECOGNISER = new Recogniser(Catalogue.full().signatures());
    private static final int SIZE = 64 * 1024;
    private static final Duration LONGEST = Duration.ofMillis(50);

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("one letter", "a"),
                Arguments.of("white space", " \n\t\u00a0"),
                Arguments.of("quotes and backslashes", "\\\"'’"),
                Arguments.of("slashes", "/"),
                Arguments.of("dots", "a."),
                Arguments.of("digits", "1"),
                Arguments.of("addresses without an end", "dial tcp 10.0.0.1"),
                Arguments.of("look-ups without an end", "CannotPullContainerError: lookup a.b.c lookup "),
                Arguments.of("ARNs without an end", "AccessDenied arn:aws:sts::111122223333:assumed-role/"),
                Arguments.of("mounts without an end", "CannotStartContainerError mounting /a/b mounting:"),
                Arguments.of(
                        "images without an end", "CannotPullContainerError: cannot pull a/b failed to resolve ref \""),
                Arguments.of(
                        "status codes without an end",
                        "CannotPullContainerError unexpected status code https://a.b/c/d "),
                Arguments.of("volumes without an end", "volume with name volume a-b_c.d "),
                Arguments.of("parameters without an end", "Fetching secret data invalid parameters: /a,/b, "),
                Arguments.of("tasks without an end", "(service a) (task b) has started 1 (deployment ecs-svc/1 "),
                Arguments.of("letters that change their case to more", "\u0130\u1e9e"),
                Arguments.of("half characters", "\ud83d"));
    }

    @BeforeAll
    static void warmUp() {
        for (int i = 0; i < 20; i++) {
            shapes().forEach(shape -> recognise((String) shape.get()[1]));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void text_of64Kilobytes_isRecognisedWithinTheTime(String name, String unit) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            recognise(unit);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(LONGEST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void text_of64Kilobytes_saysThatItWasCut(String name, String unit) {
        assertThat(recognise(unit).cut()).isTrue();
    }

    private static Recognition recognise(String unit) {
        String text = unit.repeat(SIZE / unit.length() + 1).substring(0, SIZE);
        return RECOGNISER.recognise(Message.of(Field.LOG, text));
    }
}
