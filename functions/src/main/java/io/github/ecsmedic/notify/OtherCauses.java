package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import java.util.List;

/**
 * The causes beside the first. Those that are as sure are said to be so: that one of them stands first means only that it
 * is the more specific.
 *
 * @param equal as sure as the first
 * @param weaker less sure
 */
record OtherCauses(String heading, List<String> equal, List<String> weaker) {
    static OtherCauses of(Diagnosis d) {
        if (d.causes().isEmpty()) {
            return new OtherCauses("", List.of(), List.of());
        }
        Certainty first = d.causes().getFirst().certainty();
        List<Cause> others = d.causes().subList(1, d.causes().size());
        return new OtherCauses(
                "Equally " + first.word(),
                others.stream()
                        .filter(c -> c.certainty() == first)
                        .map(c -> Wording.beside(c, d.causes().getFirst()))
                        .toList(),
                others.stream()
                        .filter(c -> c.certainty() != first)
                        .map(c -> Wording.beside(c, d.causes().getFirst()))
                        .toList());
    }
}
