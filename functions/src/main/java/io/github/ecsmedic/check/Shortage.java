package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.check.Round.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Something of which there is too little on every instance.
 *
 * @param resource as it stands in a sentence, e.g. {@code CPU units}
 * @param needed how much of it the task needs
 * @param free how much of it an instance has left
 */
record Shortage(String resource, int needed, ToIntFunction<Host> free) {
    /** {@code The task needs 2048 CPU units; the freest of 6 instances, i-…, has 1024}. */
    String says(Round round, List<Candidate> lacking) {
        Host freest = lacking.stream()
                .map(Candidate::host)
                .max(Comparator.comparingInt(free))
                .orElseThrow();
        int together = lacking.stream().map(Candidate::host).mapToInt(free).sum();
        int fit = round.fit().size();
        String who = lacking.size() < fit
                ? lacking.size() + " of " + round.count(fit) + " have too little, of these the freest, "
                : fit == 1 && round.fleet().complete()
                        ? "the only instance that could run it, "
                        : "the freest of " + round.count(fit) + ", ";
        String split = together >= needed ? " (together they have " + together + ", but a task runs on one)" : "";
        return "The task needs " + needed + " " + resource + "; " + who + freest.instance() + ", has "
                + free.applyAsInt(freest) + split;
    }
}
