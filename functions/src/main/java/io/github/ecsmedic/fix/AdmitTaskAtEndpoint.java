package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the task in at the endpoint's security group. */
public final class AdmitTaskAtEndpoint implements Fix {
    @Override
    public String id() {
        return "admit-task-at-endpoint";
    }

    @Override
    public String says() {
        return "admit the task on 443 at the endpoint's security group";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.endpoint_ingress_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String group = cause.resources().first("endpoint-security-group");
        String task = cause.resources().first("security-group");
        return group.isEmpty() || task.isEmpty()
                ? List.of()
                : List.of(new Ingress(subject.region(), group, "443", task, true));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "whatever else uses " + cause.resources().first("endpoint-security-group")
                + " is opened to the task on 443 too";
    }
}
