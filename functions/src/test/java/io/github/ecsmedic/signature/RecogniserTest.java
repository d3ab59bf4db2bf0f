package io.github.ecsmedic.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.Catalogue;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The automaton, the order of the questions and the guards change how long it takes, never what is found. */
class RecogniserTest {
    private static final List<Signature> SIGNATURES = Catalogue.full().signatures();
    private static final Recogniser RECOGNISER = new Recogniser(SIGNATURES);
    private static final PlainRecogniser PLAIN = new PlainRecogniser(SIGNATURES);
    private static final List<Sample> SAMPLES = Sample.all();
    private static final List<String> LITERALS =
            List.copyOf(new TreeSet<>(LiteralTable.literals(SIGNATURES).keySet()));
    private static final String STRANGE =
            "…’“\u00a0\u2028\u0000\u007f\u0085\u00ff\u00c0\u0416\ud83d\ude00\t\n'\"`\\.,:;/-_()[]{}A0z";

    @Test
    void sample_cutAtEveryPlace_isRecognisedAsPlainly() {
        everyFourth()
                .forEach(sample -> IntStream.rangeClosed(
                                0, sample.message().text().length())
                        .forEach(end ->
                                same(sample.withText(sample.message().text().substring(0, end)))));
    }

    @Test
    void sample_cutAndMarkedAsCut_isRecognisedAsPlainly() {
        randomly(
                10_000,
                (random, text) -> text.substring(0, random.nextInt(text.length() + 1))
                        + List.of(".", "..", "...", "…", " ...", "......").get(random.nextInt(6)));
    }

    @Test
    void sample_mutated_isRecognisedAsPlainly() {
        randomly(4_000, (random, text) -> {
            StringBuilder changed = new StringBuilder(text);
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                char c = STRANGE.charAt(random.nextInt(STRANGE.length()));
                int at = random.nextInt(changed.length() + 1);
                switch (random.nextInt(4)) {
                    case 0 -> changed.insert(at, c);
                    case 1 -> changed.delete(at, Math.min(changed.length(), at + random.nextInt(1, 9)));
                    case 2 -> changed.replace(at, Math.min(changed.length(), at + 1), String.valueOf(c));
                    default -> changed.insert(at, LITERALS.get(random.nextInt(LITERALS.size())));
                }
            }
            return changed.toString();
        });
    }

    @Test
    void samples_oneAfterAnother_areRecognisedAsPlainly() {
        randomly(
                5_000,
                (random, text) -> text
                        + List.of("", " ", "\n", ": ").get(random.nextInt(4))
                        + SAMPLES.get(random.nextInt(SAMPLES.size())).message().text());
    }

    @Test
    void partsOfLiterals_thrownTogether_areRecognisedAsPlainly() {
        randomly(4_000, (random, text) -> {
            StringBuilder parts = new StringBuilder();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                String literal = LITERALS.get(random.nextInt(LITERALS.size()));
                parts.append(literal, 0, random.nextBoolean() ? literal.length() : random.nextInt(literal.length() + 1))
                        .append(random.nextInt(3) == 0 ? " " : "");
            }
            return parts.toString();
        });
    }

    @Test
    void text_cutAtTheLimit_isRecognisedAsPlainly() {
        randomly(20, (random, text) -> {
            int before = Text.LIMIT - random.nextInt(text.length() + 2);
            return (random.nextBoolean() ? " " : "x ").repeat(Text.LIMIT).substring(0, before) + text + " more";
        });
    }

    /** What it is compared with finds the same, or the comparison would say nothing. */
    @Test
    void samples_soughtByRegexInTurn_haveTheSameLabels() {
        SequentialRegex regex = new SequentialRegex(SIGNATURES);

        assertThat(SAMPLES)
                .allSatisfy(sample -> assertThat(regex.label(sample.message())).isEqualTo(sample.becomes()));
    }

    /** Literals that the table does not know yet are searched for by themselves. */
    @Test
    void signature_ofUnknownLiterals_isRecognised() {
        Signature unlisted = Signature.of(
                "family.cause",
                SIGNATURES.getFirst().alert(),
                "A cause",
                Clue.all(Clue.has("the quux has frobnicated"), Clue.hasAny("never written", "not at all written")));
        Recogniser recogniser = new Recogniser(List.of(unlisted));

        assertThat(Stream.of(
                                "The Quux has\nfrobnicated, never written",
                                "not at all written: the 'quux' has frobnica...",
                                "the quux has frobnicated",
                                "the quux, never written")
                        .map(text -> recogniser
                                .recognise(Message.of(Field.LOG, text))
                                .label()))
                .containsExactly("family.cause", "family.cause", "unknown.generic", "unknown.generic");
    }

    private static Stream<Sample> everyFourth() {
        return IntStream.range(0, SAMPLES.size()).filter(i -> i % 4 == 0).mapToObj(SAMPLES::get);
    }

    private interface Change {
        String of(Random random, String text);
    }

    private static void randomly(int times, Change change) {
        Random random = new Random(times);
        for (int i = 0; i < times; i++) {
            Sample sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
            same(sample.withText(change.of(random, sample.message().text())));
        }
    }

    private static void same(Message message) {
        assertThat(RECOGNISER.recognise(message)).as(message.text()).isEqualTo(PLAIN.recognise(message));
    }
}
