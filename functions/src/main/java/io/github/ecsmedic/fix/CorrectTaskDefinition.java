package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Registers a corrected revision of the task definition and lets the service use it. */
public final class CorrectTaskDefinition implements Fix {
    @Override
    public String id() {
        return "correct-task-definition";
    }

    @Override
    public String says() {
        return "correct the task definition and let the service use the new revision";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("app.crash", "app.missing_configuration");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return Revision.of(subject);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return switch (cause.id()) {
            case "app.missing_configuration" ->
                "add " + setting(cause)
                        + " to environment or secrets of the container before you register the revision";
            default -> "change in the copy what the cause names, and register all other fields unchanged";
        };
    }

    private static String setting(Cause cause) {
        String name = cause.resources().first("setting");
        return name.isEmpty() ? "the missing setting" : name;
    }
}
