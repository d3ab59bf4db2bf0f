package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.ManagedBy;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Remedy.Decision;
import io.github.ecsmedic.model.Subject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be done about a failure, and what must not be. */
final class Remedies {
    private Remedies() {}

    /**
     * The fixes of the first cause in the catalogue's order, then those of the other proven ones, then those that would
     * harm. Each stands once, as the earliest cause judges it.
     */
    static List<Remedy> of(List<Cause> causes, List<Fix> fixes, Declared declared) {
        Map<String, Remedy> remedies = new LinkedHashMap<>();
        for (int i = 0; i < causes.size(); i++) {
            Cause cause = causes.get(i);
            if (i == 0 || cause.certainty() == Certainty.PROVEN) {
                fixes.forEach(fix -> of(cause, fix, declared).ifPresent(r -> remedies.putIfAbsent(r.id(), r)));
            }
        }
        return remedies.values().stream()
                .sorted(Comparator.comparing(Remedy::decision))
                .toList();
    }

    private static Optional<Remedy> of(Cause cause, Fix fix, Declared declared) {
        String harm = fix.harmfulFor().get(cause.id());
        if (harm != null) {
            return Optional.of(new Remedy(fix.id(), fix.tier(), Decision.REFUSED, harm, List.of()));
        }
        if (!fix.answers().contains(cause.id())) {
            return Optional.empty();
        }
        Subject subject = declared.subject();
        List<Step> steps = fix.plan(cause, subject);
        String refusal = fix.refusal(cause);
        return steps.isEmpty()
                ? Optional.empty()
                : !refusal.isEmpty()
                        ? Optional.of(new Remedy(fix.id(), fix.tier(), Decision.REFUSED, refusal, List.of()))
                        : Optional.of(new Remedy(
                                fix.id(),
                                fix.tier().at(cause.certainty()),
                                Decision.PROPOSED,
                                reason(fix.caution(cause, subject), declared.of(steps)),
                                steps.stream().map(Remedies::command).toList()));
    }

    private static String reason(String caution, Optional<ManagedBy> by) {
        return by.map(manager -> manager.after(caution)).orElse(caution);
    }

    private static Remedy.Command command(Step step) {
        return new Remedy.Command(Shell.join(step.argv()), step.iamAction(), Shell.join(step.undo()));
    }
}
