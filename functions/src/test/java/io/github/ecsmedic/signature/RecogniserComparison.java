package io.github.ecsmedic.signature;

import io.github.ecsmedic.catalogue.Catalogue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How long a message takes: ours against the same signatures as {@code java.util.regex} one after another, in one run,
 * over our own samples; and the slowest of hostile messages. Prints one line of JSON.
 */
public final class RecogniserComparison {
    private static final int SIZE = 8 * 1024;
    private static final int TRIES = 9;
    /** Rounds until the compiler has come to its end; the peer's take ten times as long. */
    private static final int WARM = 200;

    private RecogniserComparison() {}

    public static void main(String[] args) {
        int rounds = List.of(args).contains("--quick") ? 5 : 21;
        Recogniser recogniser = Catalogue.recogniser();
        SequentialRegex regex = new SequentialRegex(Catalogue.full().signatures());
        List<Message> messages = Sample.all().stream().map(Sample::message).toList();
        for (int i = 0; i < WARM; i++) {
            mean(messages, recogniser::recognise);
        }
        for (int i = 0; i < WARM / 10; i++) {
            mean(messages, regex::label);
        }
        double[] ours = new double[rounds];
        double[] sequential = new double[rounds];
        double[] ratio = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ours[i] = mean(messages, recogniser::recognise);
            sequential[i] = mean(messages, regex::label);
            ratio[i] = ours[i] / sequential[i];
        }
        double perSecond = 1_000_000 / median(ours);
        System.out.printf(
                Locale.ROOT,
                "{\"messages\":%d,\"rounds\":%d,\"ours\":%s,\"sequential\":%s,\"ratio\":%s,\"perSecond\":%.0f,\"slowest\":%s}%n",
                messages.size(),
                rounds,
                spread(ours),
                spread(sequential),
                spread(ratio),
                perSecond,
                slowest(recogniser));
    }

    /** Microseconds a message. */
    private static double mean(List<Message> messages, Function<Message, Object> recognise) {
        int known = 0;
        long start = System.nanoTime();
        for (Message message : messages) {
            known += recognise.apply(message).hashCode() == 0 ? 0 : 1;
        }
        return known == 0 ? 0 : (System.nanoTime() - start) / 1000.0 / messages.size();
    }

    private static String slowest(Recogniser recogniser) {
        return Stream.concat(HostileTextTest.shapes().map(shape -> (String) shape.get()[1]), samples())
                .map(unit -> Map.entry(unit, best(recogniser, unit)))
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(worst -> String.format(
                        Locale.ROOT,
                        "{\"millis\":%.3f,\"shape\":\"%s\"}",
                        worst.getValue(),
                        worst.getKey().replaceAll("[^A-Za-z0-9 :/.-]", "?")))
                .orElseThrow();
    }

    private static Stream<String> samples() {
        return Sample.all().stream()
                .map(sample -> sample.message().text() + " ")
                .filter(text -> text.length() > 1);
    }

    private static double best(Recogniser recogniser, String unit) {
        Message message =
                Message.of(Field.LOG, unit.repeat(SIZE / unit.length() + 1).substring(0, SIZE));
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            best = Math.min(best, mean(List.of(message), recogniser::recognise) / 1000);
        }
        return best;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "{\"median\":%.3f,\"low\":%.3f,\"high\":%.3f}",
                median(values),
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
