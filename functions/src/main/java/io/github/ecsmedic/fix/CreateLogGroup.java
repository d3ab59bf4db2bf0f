package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates the log group that the task definition names. */
public final class CreateLogGroup implements Fix {
    @Override
    public String id() {
        return "create-log-group";
    }

    @Override
    public String says() {
        return "create the log group";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.AUTOMATIC;
    }

    @Override
    public Set<String> answers() {
        return Set.of("logs.group_missing");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String group = cause.resources().first("log-group");
        String named = cause.resources().first("log-region");
        return group.isEmpty() ? List.of() : List.of(new LogGroup(named.isEmpty() ? subject.region() : named, group));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "a template that creates the same group later fails because it exists";
    }
}
