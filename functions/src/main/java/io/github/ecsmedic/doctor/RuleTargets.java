package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Rules.Rule;
import io.github.ecsmedic.installation.Rules.Target;
import java.util.List;
import java.util.Optional;

/** Whether the rules hand their events to the queue, and what it does not take to the other one. */
final class RuleTargets implements Exam {
    @Override
    public String id() {
        return "targets";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        for (String name : it.rules()) {
            // one that is not there stands with the rules
            findings.seen("rule " + name, it.site().rules().rule(name), (Optional<Rule> rule) -> {
                if (rule.isPresent()) {
                    findings.seen(
                            "the targets of " + name,
                            it.site().rules().targets(name),
                            targets -> look(it, name, targets, findings));
                }
            });
        }
        return findings.lines("each hands its events to " + it.names().queue() + ", else to "
                + it.names().undeliveredQueue());
    }

    private static void look(Installed it, String rule, List<Target> targets, Findings findings) {
        Optional<Target> ours = targets.stream()
                .filter(target -> target.arn().endsWith(":" + it.names().queue()))
                .findFirst();
        if (ours.isEmpty()) {
            findings.red(
                    "rule " + rule + " does not hand its events to "
                            + it.names().queue(),
                    it.putBack());
        } else if (!ours.get().deadLetters().endsWith(":" + it.names().undeliveredQueue())) {
            findings.red(
                    "what " + it.names().queue() + " does not take of rule " + rule
                            + " is lost: the target has no queue " + it.names().undeliveredQueue(),
                    it.putBack());
        }
    }
}
