package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was met on a way that several checks look at in turn. */
final class Walked {
    private final List<Evidence> facts;
    private final List<Exhibit> shown = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private @Nullable Failed end;

    Walked(Place place, List<Evidence> before) {
        facts = new ArrayList<>(before);
        shown.add(new Exhibit.Path(List.of(place.start())));
    }

    /** Whether the way goes on. */
    boolean add(CheckResult result) {
        switch (result) {
            case Failed failed -> {
                end = failed;
                facts.addAll(failed.evidence());
                shown.addAll(failed.exhibits());
            }
            case Passed passed -> {
                facts.addAll(passed.evidence());
                shown.addAll(passed.exhibits());
            }
            case Inconclusive(String why) -> unread.add(why);
            case NotApplicable _ -> {}
        }
        return end == null;
    }

    /** What failed, its fact the last; else what was seen, and with it what was not. */
    CheckResult result() {
        if (end != null) {
            return new Failed(end.fault(), end.resources(), facts, shown);
        }
        if (facts.isEmpty() && !unread.isEmpty()) {
            return new Inconclusive(unread.getFirst());
        }
        if (!unread.isEmpty()) {
            shown.add(new Exhibit.Unread(unread));
        }
        return new Passed(Resources.NONE, facts, shown);
    }
}
