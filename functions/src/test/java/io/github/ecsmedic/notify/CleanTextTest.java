package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {
    @ParameterizedTest
    @CsvSource({
        "'\u001b[31mred\u001b[0m', red",
        "'a\u001b]0;title\u0007b', ab",
        "'\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\', link",
        "'\u009b31mred', red",
        "'\u001bcreset', reset",
        "'\u001b(Bx', x",
        "'cut\u001b[38;5;', cut",
        "'open\u001b]0;never closed', 'open0;never closed'",
        "'a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf', abcdef",
        "'a\u00A0b\u2003c', a b c",
        "'naïve Ω 漢字 😀', naïve Ω 漢字 😀"
    })
    void text_withSequencesAndInvisibles_keepsWhatIsSeen(String text, String seen) {
        assertThat(CleanText.of(text)).isEqualTo(seen);
    }

    @Test
    void lineEnds_ofEveryKind_becomeLineFeeds() {
        assertThat(CleanText.of("a\r\nb\rc\u2028d\u0085e\u000bf")).isEqualTo("a\nb\nc\nd\ne\nf");
        assertThat(CleanText.line("  a\r\n\tb  c ")).isEqualTo("a b c");
    }

    @Test
    void surrogates_thatStandAlone_areReplaced() {
        assertThat(CleanText.of("a\uD83Db\uDE00")).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(Cut.bounded(3, "ab😀")).isEqualTo("ab");
    }

    @Test
    void text_thatIsClean_isUnchanged() {
        String text = "CannotPullContainerError: it's \"quoted\"\n\tat x.y(Z.java:1)";
        assertThat(CleanText.of(text)).isEqualTo(text);
    }
}
