package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Functions.Function;
import io.github.ecsmedic.installation.Names;
import java.util.List;
import java.util.Optional;

/** Whether the functions are of the version that examines them. */
final class VersionsAgree implements Exam {
    @Override
    public String id() {
        return "version";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        if (it.wanted().version().isEmpty()) {
            findings.unseen("whether the functions are of this version", "this shell does not know its own");
            return findings.lines("");
        }
        StringBuilder modified = new StringBuilder();
        for (String name : it.functions()) {
            findings.seen(
                    "function " + name,
                    it.site().functions().function(name),
                    (Optional<Function> found) -> found.ifPresent(here -> {
                        look(it, here, findings);
                        if (name.equals(it.names().diagnose()) && here.modified() != null) {
                            modified.append(", last changed ").append(Ago.of(here.modified(), it.now()));
                        }
                    }));
        }
        return findings.lines("the functions are of " + it.wanted().version() + ", as this shell" + modified);
    }

    private static void look(Installed it, Function function, Findings findings) {
        String version = function.environment().getOrDefault(Names.VERSION, "");
        if (version.isEmpty()) {
            findings.unseen("the version of " + function.name(), "it says none");
        } else if (!version.equals(it.wanted().version())) {
            findings.red(
                    "function " + function.name() + " is of " + version + ", this shell of "
                            + it.wanted().version(),
                    List.of(
                            "git checkout v" + version + "   # to examine that one, or deploy this one:",
                            "scripts/deploy --name " + it.names().installation() + " --region " + it.region()
                                    + "   # with the options that you gave last time"));
        }
    }
}
