package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Functions.Function;
import java.util.List;

/** Whether the functions exist, can run, and have the entry points of this version. */
final class FunctionsRun implements Exam {
    /** What Lambda runs them by. */
    private static final String RUNTIME = "java25";

    @Override
    public String id() {
        return "functions";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        List<String> names = it.functions();
        for (String name : names) {
            findings.there(
                    "function " + name,
                    it.site().functions().function(name),
                    it.putBack(),
                    found -> look(it, found, findings));
        }
        return findings.lines(String.join(", ", names) + " can run");
    }

    private static void look(Installed it, Function function, Findings findings) {
        String name = function.name();
        if (function.state().equals("Failed") || function.update().equals("Failed")) {
            findings.red(
                    "function " + name + " cannot run: Lambda says " + function.state()
                            + (function.update().isEmpty() ? "" : ", its last update " + function.update()),
                    List.of(it.aws("lambda get-function-configuration --function-name " + name
                            + " --query '[StateReason,LastUpdateStatusReason]'")));
        } else if (function.state().equals("Pending") || function.update().equals("InProgress")) {
            findings.unseen("function " + name, "it is being made or changed just now");
        }
        if (!function.handler().equals(it.names().handler(name))
                || !function.runtime().equals(RUNTIME)) {
            findings.red(
                    "function " + name + " runs " + function.handler() + " by " + function.runtime() + " and not "
                            + it.names().handler(name) + " by " + RUNTIME,
                    it.putBack());
        }
    }
}
