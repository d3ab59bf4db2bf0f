package io.github.ecsmedic.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Needed;
import com.google.re2j.Pattern;
import io.github.ecsmedic.catalogue.Catalogue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatternsTest {
    /** They are compiled late, so a wrong one would show only with the message that needs it. */
    @Test
    void patterns_ofAllSignatures_compile() {
        List<LazyPattern> patterns = Catalogue.full().signatures().stream()
                .flatMap(signature -> patterns(signature.clue()))
                .toList();

        assertThat(patterns)
                .hasSizeGreaterThan(50)
                .allSatisfy(pattern -> assertThat(pattern.get()).isNotNull());
    }

    /** A guard that a match can do without would hide facts. */
    @Test
    void guards_ofEveryPattern_areNeededByIt() {
        assertThat(Stream.of(Fact.values())
                        .flatMap(fact -> Capture.finders(fact).stream())
                        .filter(finder -> !finder.guards().isEmpty())
                        .filter(finder -> !Needed.oneOf(
                                finder.guards().stream().map(Literal::squeezed).toList(),
                                finder.pattern().get()))
                        .map(finder -> finder.pattern().get().pattern()))
                .isEmpty();
    }

    @Test
    void guard_withoutWhichAPatternMatches_isNotNeeded() {
        assertThat(Needed.oneOf(List.of("lookup"), Pattern.compile("\\blook(?:ing)? up|lookup")))
                .isFalse();
        assertThat(Needed.oneOf(List.of("lookup", "lookingup"), Pattern.compile("\\blook(?:ing)? up|lookup")))
                .isTrue();
    }

    private static Stream<LazyPattern> patterns(Clue clue) {
        return switch (clue) {
            case Clue.Finds(LazyPattern pattern) -> Stream.of(pattern);
            case Clue.FindsTight(LazyPattern pattern) -> Stream.of(pattern);
            case Clue.All(List<Clue> clues) -> clues.stream().flatMap(PatternsTest::patterns);
            case Clue.Any(List<Clue> clues) -> clues.stream().flatMap(PatternsTest::patterns);
            case Clue.Not(Clue inner) -> patterns(inner);
            case Clue.Has ignored -> Stream.empty();
            case Clue.Around ignored -> Stream.empty();
        };
    }
}
