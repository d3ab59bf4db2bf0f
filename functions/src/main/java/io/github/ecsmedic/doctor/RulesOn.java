package io.github.ecsmedic.doctor;

import java.util.List;

/** Whether the rules exist and are enabled. */
final class RulesOn implements Exam {
    @Override
    public String id() {
        return "rules";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        List<String> rules = it.rules();
        for (String name : rules) {
            findings.there("rule " + name, it.site().rules().rule(name), it.putBack(), rule -> {
                if (!rule.on()) {
                    findings.red(
                            "rule " + name + " is disabled: its events do not come",
                            List.of(it.aws("events enable-rule --name " + name.substring(name.indexOf('/') + 1)
                                    + (name.contains("/")
                                            ? " --event-bus-name " + it.names().bus()
                                            : ""))));
                }
            });
        }
        return findings.lines(rules.size() + " rules are enabled");
    }
}
