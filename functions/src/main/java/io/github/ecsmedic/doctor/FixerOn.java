package io.github.ecsmedic.doctor;

import java.util.List;

/** Whether the function that applies fixes runs by itself, where there is one. */
final class FixerOn implements Exam {
    @Override
    public String id() {
        return "fixer";
    }

    @Override
    public List<Line> of(Installed it) {
        if (!it.has(Installed::fixes)) {
            return List.of();
        }
        Findings findings = new Findings(this);
        String name = it.names().fixerRule();
        findings.there("rule " + name, it.site().rules().rule(name), it.putBack(), rule -> {
            if (!rule.on()) {
                findings.red(
                        "rule " + name + " is disabled: no fix is applied, and none is verified",
                        List.of(it.aws("events enable-rule --name " + name)));
            }
        });
        return findings.lines(it.names().fixer() + " runs every minute");
    }
}
