package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogTail;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final int SEEDS = 40;
    private static final String GLUE = "abcXYZ0189";

    @Test
    void secrets_ofEveryForm_areHidden() {
        assertThat(Planted.lines(0)).hasSizeGreaterThanOrEqualTo(120);
        for (int seed = 0; seed < SEEDS; seed++) {
            for (Planted.Line line : Planted.lines(seed)) {
                hides(line, line.text());
            }
        }
    }

    @Test
    void secrets_gluedToLettersAndDigits_areHidden() {
        Random random = new Random(7);
        for (int seed = 0; seed < SEEDS; seed++) {
            for (Planted.Line line : Planted.lines(seed)) {
                String glue =
                        "" + GLUE.charAt(random.nextInt(GLUE.length())) + GLUE.charAt(random.nextInt(GLUE.length()));
                hides(line, glue + line.text());
                if (!line.name().contains("cut")) {
                    hides(line, line.before() + line.secret() + glue + line.after());
                }
            }
        }
    }

    @Test
    void secrets_withInvisibleCharactersWithin_areHidden() {
        for (Planted.Line line : Planted.lines(1)) {
            String secret = line.secret();
            String broken = secret.substring(0, 3) + "\u200b" + secret.substring(3, 5) + "\u202e" + secret.substring(5);
            hides(line, line.before() + broken + line.after());
        }
    }

    @Test
    void text_redactedTwice_staysTheSame() {
        for (Planted.Line line : Planted.lines(3)) {
            String once = Redaction.text(line.text());
            assertThat(Redaction.text(once)).as(line.name()).isEqualTo(once);
        }
    }

    @Test
    void text_withoutSecrets_isUnchanged() {
        List<String> changed = new ArrayList<>();
        for (String line : Benign.lines()) {
            if (!Redaction.text(line).equals(line)) {
                changed.add(line + "\n    " + Redaction.text(line));
            }
        }
        assertThat(changed).isEmpty();
        assertThat(Benign.lines().size()).isGreaterThanOrEqualTo(500);
    }

    @Test
    void hostileText_of16kB_costsAtMost15Milliseconds() {
        for (String unit : List.of(
                "password=",
                "password ",
                "a@",
                "x:y@",
                "://a:",
                "eyJ",
                "AK" + "IA",
                "-----BEGIN PRIVATE KEY-----",
                "$2b$",
                "name=\"password\" value=",
                "<password ",
                "bearer ",
                "aB3",
                "aB3-",
                "\"password\":\"",
                "token token ",
                " -p -a ",
                "arn:aws:",
                "sha256:ab",
                "login x password ",
                "\u001b]",
                "-pass ",
                "authorization: ",
                "\"",
                "\\")) {
            String text = unit.repeat(16_384 / unit.length());
            assertThat(bestMillis(text)).as("ms for %s", unit).isLessThanOrEqualTo(15.0);
        }
    }

    @Test
    void text_ofOneMegabyte_isCutAndSaysSo() {
        assertThat(Redaction.text("word ".repeat(200_000)))
                .hasSizeLessThanOrEqualTo(Redaction.LIMIT)
                .endsWith("(cut)");
    }

    @Test
    void privateKey_overSeveralLogLines_isHiddenWhole() {
        String begin = "-----BEGIN " + "PRIVATE KEY-----";
        Diagnosis d = new Diagnoses.Draft(Diagnoses.crash().subject(), "app.exit_nonzero")
                .log(new LogTail(
                        "/ecs/api",
                        "s",
                        List.of("before", begin, "c2hvcnQ=", "-----END " + "PRIVATE KEY-----", "after")))
                .done();
        assertThat(Redaction.of(d).log().lines())
                .containsExactly("before", "[hidden]", "[hidden]", "-----END " + "PRIVATE KEY-----", "after");
    }

    @Test
    void difference_ofSecretVariable_isHidden() {
        Diagnosis d = new Diagnoses.Draft(Diagnoses.crash().subject(), "app.exit_nonzero")
                .difference(
                        new Diagnosis.Difference("environment.DB_PASSWORD", "hunter", "hunter2"),
                        new Diagnosis.Difference("environment.LOG_LEVEL", "info", "debug"))
                .done();
        assertThat(Redaction.of(d).difference())
                .containsExactly(
                        new Diagnosis.Difference("environment.DB_PASSWORD", "[hidden]", "[hidden]"),
                        new Diagnosis.Difference("environment.LOG_LEVEL", "info", "debug"));
    }

    @Test
    void diagnoses_withoutSecrets_areUnchanged() {
        for (Diagnosis d : Diagnoses.all().values()) {
            Diagnosis withoutLog = new Texts(t -> t, t -> t, t -> t, log -> LogTail.NONE).in(d);
            assertThat(Redaction.of(withoutLog)).isEqualTo(withoutLog);
        }
    }

    private static void hides(Planted.Line line, String text) {
        String told = Redaction.text(text);
        assertThat(line.seenIn(told)).as("%s: %s", line.name(), told).isEmpty();
    }

    private static double bestMillis(String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 25; i++) {
            long start = System.nanoTime();
            assertThat(Redaction.text(text)).isNotNull();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1e6;
    }
}
