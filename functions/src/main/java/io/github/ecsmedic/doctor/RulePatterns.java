package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Rules.Rule;
import io.github.ecsmedic.installation.Subscription;
import io.github.ecsmedic.model.Answer;
import java.util.List;

/** Whether the patterns of the rules let a sample through, and are those of this version. */
final class RulePatterns implements Exam {
    @Override
    public String id() {
        return "patterns";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        for (Subscription wanted : Subscription.all()) {
            for (String name : it.rules()) {
                if (name.endsWith(it.names().rule(wanted.id()))) {
                    findings.seen(
                            wanted.id(),
                            it.site().rules().rule(name),
                            rule -> rule.ifPresent(here -> look(it, wanted, here, findings)));
                }
            }
        }
        return findings.lines("each rule lets its sample event through");
    }

    private static void look(Installed it, Subscription wanted, Rule rule, Findings findings) {
        String account = it.site().account() instanceof Answer.Known<String>(String own, String _) ? own : "0";
        findings.seen(
                wanted.id(), it.site().rules().matches(rule.text(), wanted.event(account, it.region())), matches -> {
                    if (!matches) {
                        findings.red(
                                "rule " + rule.name()
                                        + " does not let its sample event through: its pattern was changed",
                                it.putBack());
                    } else if (!rule.pattern().equals(wanted.plain())) {
                        findings.red(
                                "the pattern of rule " + rule.name()
                                        + " is not that of this version: it was changed, or"
                                        + " another version is installed",
                                it.putBack());
                    }
                });
    }
}
