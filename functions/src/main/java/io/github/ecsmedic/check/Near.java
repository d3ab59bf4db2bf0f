package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * What something that does not exist was probably meant to be, beside the verdict that it does not exist.
 *
 * @param unread what could not be looked at; it takes nothing from the verdict
 */
record Near(Resources found, List<Evidence> evidence, List<String> unread) {
    static final Near NOTHING = new Near(Resources.NONE, List.of(), List.of());

    Near {
        evidence = List.copyOf(evidence);
        unread = List.copyOf(unread);
    }

    static Near found(String kind, String id, Evidence evidence) {
        return new Near(Resources.of(kind, id), List.of(evidence), List.of());
    }

    static Near unread(Answer.Unknown<?> unknown) {
        return new Near(Resources.NONE, List.of(), List.of(unknown.why()));
    }

    boolean isEmpty() {
        return evidence.isEmpty();
    }

    Near and(Near other) {
        return new Near(found.and(other.found), joined(evidence, other.evidence), joined(unread, other.unread));
    }

    /** The verdict with this beside it. */
    Failed with(Failed missing) {
        return new Failed(
                missing.fault(),
                missing.resources().and(found),
                joined(missing.evidence(), evidence),
                unread.isEmpty() ? List.of() : List.of(new Exhibit.Unread(unread)));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
