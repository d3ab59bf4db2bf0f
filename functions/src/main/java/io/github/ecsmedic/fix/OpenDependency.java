package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the task reach what it depends on, at the security group that keeps them apart. */
public final class OpenDependency implements Fix {
    @Override
    public String id() {
        return "open-dependency";
    }

    @Override
    public String says() {
        return "let the task reach what it depends on at the security group between them";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("app.dependency_unreachable");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String port = found.first("port");
        String far = found.first("dependency-security-group");
        String near = found.first("task-security-group");
        if (!far.isEmpty() && !near.isEmpty() && !port.isEmpty()) {
            return List.of(GroupRule.ingress(far, port, GroupRule.group(near), subject));
        }
        String own = found.first("security-group");
        String to = found.first("destination");
        return own.isEmpty() || to.isEmpty() || port.isEmpty()
                ? List.of()
                : List.of(GroupRule.egress(own, port, GroupRule.address(to), subject));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        String far = cause.resources().first("dependency-security-group");
        return far.isEmpty()
                ? "everything with the task's security group may then open such connections too"
                : "everything that " + far + " protects is then open to the task's security group on this port";
    }
}
