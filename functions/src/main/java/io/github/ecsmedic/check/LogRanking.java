package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogBlock.Weight;
import io.github.ecsmedic.check.LogFault.Said;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which report of a failure is that of this failure.
 *
 * <p>The runtime's own last words come before what a logger calls fatal, and that before an error that somebody caught.
 * Of equals the one that names a fault comes first, then the last. Words that only say that it ends give way to the error
 * before them; the troubles of helpers, and what worked later, never win.
 */
final class LogRanking {
    /** Reports whose faults are looked for; the weightiest first. */
    private static final int LOOKED = 120;

    private static final int NEAR = 25;
    private static final int LATE = 15;
    private static final int NAMED = 15;
    private static final int KNOWN = 10;
    private static final int ENDING = 22;

    private LogRanking() {}

    /**
     * A report, with what it says.
     *
     * @param beside lines of another report that belong to it
     */
    record Ranked(LogBlock block, Saying saying, Optional<Said> said, int points, List<Integer> beside) {
        Ranked {
            beside = List.copyOf(beside);
        }

        private boolean ends() {
            return points == ENDING || points == Weight.GENERIC.points();
        }
    }

    static Optional<Ranked> first(LogText log, List<LogBlock> blocks) {
        FaultSearch search = new FaultSearch();
        LogNoise noise = new LogNoise(log);
        List<Ranked> ranked = blocks.stream()
                .filter(b -> b.weight() != Weight.BACKGROUND)
                .sorted(Comparator.comparingInt((LogBlock b) -> b.weight().points())
                        .thenComparingInt(LogBlock::from)
                        .reversed())
                .limit(LOOKED)
                .map(b -> ranked(log, b, search, noise))
                .filter(r -> r.points() > 0)
                .sorted(Comparator.comparingInt(Ranked::points)
                        .thenComparingInt(r -> r.block().from())
                        .reversed())
                .toList();
        return ranked.stream().findFirst().map(best -> withCause(best, ranked));
    }

    /** Where the best names no fault and is one line or says only that it ends: the fault named shortly before. */
    private static Ranked withCause(Ranked best, List<Ranked> ranked) {
        boolean silent = best.said().isEmpty()
                && (best.ends() || best.block().to() - best.block().from() == 1);
        Optional<Ranked> cause = ranked.stream()
                .filter(r -> silent && r.said().isPresent())
                .filter(r -> r.block().from() < best.block().from()
                        && r.block().to() > best.block().from() - NEAR)
                .findFirst();
        if (cause.isPresent()) {
            Ranked r = cause.get();
            return new Ranked(
                    r.block(),
                    r.saying(),
                    r.said(),
                    r.points(),
                    List.of(best.saying().line()));
        }
        // what only says that it ends belongs to the error before it
        List<Integer> ends = new ArrayList<>();
        ranked.stream()
                .filter(r -> !r.equals(best) && r.ends())
                .filter(r -> r.block().from() >= best.block().to()
                        && r.block().from() < best.block().to() + NEAR)
                .map(r -> r.saying().line())
                .min(Comparator.naturalOrder())
                .ifPresent(ends::add);
        return new Ranked(best.block(), best.saying(), best.said(), best.points(), ends);
    }

    private static Ranked ranked(LogText log, LogBlock block, FaultSearch search, LogNoise noise) {
        Saying told = block.says().getFirst();
        Optional<Said> said = Optional.empty();
        for (Saying saying : block.says()) {
            Optional<Said> here = search.in(log.joined(saying.line(), saying.more()));
            if (here.isPresent() && (said.isEmpty() || (unnamed(said) && !unnamed(here)))) {
                told = saying;
                said = here;
            }
        }
        Optional<Said> named = unnamed(said) ? said.map(s -> s.with(elsewhere(log, block, s.fault()))) : said;
        return new Ranked(block, told, named, points(log, block, told, named, noise), List.of());
    }

    /** The name of what one exception of a chain complains about may stand in another. */
    private static Resources elsewhere(LogText log, LogBlock block, LogFault fault) {
        return IntStream.range(block.from(), block.to())
                .mapToObj(i -> fault.nameIn(log.text(i)))
                .filter(named -> !named.all().isEmpty())
                .findFirst()
                .orElse(Resources.NONE);
    }

    private static boolean unnamed(Optional<Said> said) {
        return said.map(s -> s.named().all().isEmpty()).orElse(true);
    }

    private static int points(LogText log, LogBlock block, Saying told, Optional<Said> said, LogNoise noise) {
        Weight weight = block.weight();
        String text = log.joined(told.line(), told.more());
        boolean reaches = said.map(s -> s.fault().isOfAnother()).orElse(true);
        if (weight.points() < Weight.FATAL.points()
                && reaches
                && (LogNoise.side(text) || LogNoise.side(log.text(block.from())) || noise.recovered(block, text))) {
            return 0;
        }
        if (weight == Weight.CALM) {
            return block.to() < log.size() - LATE ? 0 : weight.points();
        }
        if (said.isEmpty()) {
            boolean oneLine = block.to() - block.from() == 1;
            boolean ending = LogNoise.ending(log.text(told.line()));
            return !ending ? weight.points() : oneLine ? Weight.GENERIC.points() : Math.min(weight.points(), ENDING);
        }
        return weight == Weight.UNCAUGHT ? weight.points() : weight.points() + (unnamed(said) ? KNOWN : NAMED);
    }
}
