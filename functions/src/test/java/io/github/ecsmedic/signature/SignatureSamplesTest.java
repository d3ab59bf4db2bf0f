package io.github.ecsmedic.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every sample against the whole catalogue, and the catalogue against the list of labels. */
final class SignatureSamplesTest {
    private static final List<Signature> SIGNATURES = Catalogue.full().signatures();
    private static final Recogniser RECOGNISER = new Recogniser(SIGNATURES);
    private static final List<Sample> SAMPLES = Sample.all();

    static Stream<Sample> samples() {
        return SAMPLES.stream();
    }

    static Stream<Sample> positives() {
        return SAMPLES.stream().filter(s -> !s.near());
    }

    static Stream<Sample> withFacts() {
        return SAMPLES.stream().filter(s -> s.facts().isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void sample_recognisedByWholeCatalogue_isItsLabel(Sample sample) {
        assertThat(RECOGNISER.recognise(sample.message()).label()).isEqualTo(sample.becomes());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("positives")
    void positive_quotedOrWrapped_keepsItsLabel(Sample sample) {
        String text = sample.message().text();
        Map<String, String> labels = new TreeMap<>();
        Map.of(
                        "typographic apostrophes", text.replace('\'', '’'),
                        "wrapped at column 40", text.replaceAll("(.{40})", "$1\n"),
                        "quoted", "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .forEach((name, variant) -> labels.put(
                        name, RECOGNISER.recognise(sample.withText(variant)).label()));
        assertThat(labels)
                .isEqualTo(Map.of(
                        "typographic apostrophes", sample.label(),
                        "wrapped at column 40", sample.label(),
                        "quoted", sample.label()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withFacts")
    void sample_withFacts_yieldsExactlyThem(Sample sample) {
        assertThat(RECOGNISER.recognise(sample.message()).facts())
                .isEqualTo(sample.facts().orElseThrow());
    }

    @Test
    void labels_ofTheCatalogue_areUnique() {
        assertThat(SIGNATURES).extracting(Signature::label).doesNotHaveDuplicates();
    }

    @Test
    void families_ofTheCatalogue_standTogether() {
        List<String> runs = new ArrayList<>();
        SIGNATURES.stream().map(s -> family(s.label())).forEach(f -> {
            if (runs.isEmpty() || !runs.getLast().equals(f)) {
                runs.add(f);
            }
        });
        assertThat(runs).doesNotHaveDuplicates();
    }

    @Test
    void labelsAndAlertClasses_areThoseOfTheList() throws IOException {
        Set<String> want = new TreeSet<>(Files.readAllLines(Path.of("src/test/resources/signature/labels.txt")));
        Set<String> have = SIGNATURES.stream()
                .map(s -> s.label() + " " + s.alert().word())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(have).isEqualTo(want);
    }

    @Test
    void everyLabel_hasThreePositivesAndTwoNearMisses() {
        Map<String, Long> positives = count(false);
        Map<String, Long> nears = count(true);
        assertThat(SIGNATURES)
                .extracting(Signature::label)
                .filteredOn(l -> positives.getOrDefault(l, 0L) < 3 || nears.getOrDefault(l, 0L) < 2)
                .isEmpty();
    }

    @Test
    void sixtyPositives_orMore_carryFacts() {
        assertThat(positives().filter(s -> s.facts().isPresent())).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void samples_areAllDifferent() {
        assertThat(positives().map(s -> Text.of(s.message().text()).squeezed() + s.withText("")))
                .doesNotHaveDuplicates();
    }

    private static Map<String, Long> count(boolean near) {
        return SAMPLES.stream()
                .filter(s -> s.near() == near)
                .collect(Collectors.groupingBy(Sample::label, Collectors.counting()));
    }

    private static String family(String label) {
        return label.substring(0, label.indexOf('.'));
    }
}
