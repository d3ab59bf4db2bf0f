package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the container or the task more memory by a new revision. */
public final class RaiseMemory implements Fix {
    @Override
    public String id() {
        return "raise-memory";
    }

    @Override
    public String says() {
        return "raise the limit of memory in a new revision";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("memory.container_limit", "memory.task_limit");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.ofEntries(
                Map.entry("app.missing_configuration", "a setting is missing, not memory"),
                Map.entry(
                        "app.stop_timeout",
                        "the container was killed because its stop took too long, not for its memory"),
                Map.entry("memory.runtime_heap", "the limit is the runtime's own heap, not the task's memory"));
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return Revision.of(subject);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return cause.id().equals("memory.container_limit")
                ? "raise memory of the container, at most to that of the task; a leak is only hidden by it"
                : "raise memory of the task to the next valid size; a leak is only hidden by it";
    }
}
