package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** A diagnosis with shorter texts and lists, for a sink that has no room for all of it; the cuts are said. */
final class ShortDiagnosis {
    private ShortDiagnosis() {}

    /** How many characters its texts have together. */
    static long characters(Diagnosis d) {
        AtomicLong sum = new AtomicLong();
        UnaryOperator<String> count = text -> {
            sum.addAndGet(text.length());
            return text;
        };
        Diagnosis counted = new Texts(count, count, count, log -> log).in(d);
        return sum.get()
                + counted.log().lines().stream().mapToLong(String::length).sum();
    }

    static Diagnosis of(Diagnosis d, int text, int items) {
        Diagnosis few = new Diagnosis(
                d.subject(),
                d.label(),
                d.alert(),
                d.message(),
                d.failedAt(),
                d.capacity(),
                causes(d.causes(), items),
                causes(d.sideFindings(), items),
                first(d.refuted(), items),
                notChecked(d, items),
                first(d.path(), items),
                first(d.alsoAffected(), items),
                d.looked(),
                first(d.changes(), items),
                d.log(),
                first(d.difference(), items),
                fixes(d.fixes(), items),
                d.cost(),
                d.tags());
        return new Texts(
                        prose -> Cut.at(text, prose),
                        name -> Cut.at(Math.max(text, 300), name),
                        command -> Cut.at(Math.max(text * 4, 1_000), command),
                        log -> log(log, text))
                .in(few);
    }

    private static LogTail log(LogTail log, int text) {
        return new LogTail(
                log.group(),
                log.stream(),
                log.lines().stream().map(line -> Cut.at(text, line)).toList());
    }

    private static List<Cause> causes(List<Cause> causes, int items) {
        return first(causes, items).stream()
                .map(c -> new Cause(
                        c.id(),
                        c.certainty(),
                        c.summary(),
                        new Resources(first(c.resources().all(), items)),
                        new Resources(first(c.shared().all(), items)),
                        first(c.evidence(), items)))
                .toList();
    }

    private static List<Remedy> fixes(List<Remedy> fixes, int items) {
        return first(fixes, items).stream()
                .map(f -> new Remedy(f.id(), f.tier(), f.decision(), f.reason(), first(f.steps(), items)))
                .toList();
    }

    private static List<Diagnosis.NotChecked> notChecked(Diagnosis d, int items) {
        List<Diagnosis.NotChecked> kept = new ArrayList<>(first(d.notChecked(), items));
        kept.add(new Diagnosis.NotChecked("message", "texts and lists are shortened to fit"));
        return kept;
    }

    private static <T> List<T> first(List<T> list, int items) {
        return list.subList(0, Math.min(items, list.size()));
    }
}
