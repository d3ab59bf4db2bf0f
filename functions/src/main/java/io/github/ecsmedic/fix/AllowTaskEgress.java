package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the task out on 443 at its own security group. */
public final class AllowTaskEgress implements Fix {
    @Override
    public String id() {
        return "allow-task-egress";
    }

    @Override
    public String says() {
        return "let the task out on 443 at its security group";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.task_egress_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String group = cause.resources().first("security-group");
        String list = cause.resources().first("prefix-list");
        String peer = list.isEmpty() ? GroupRule.range("0.0.0.0/0") : GroupRule.prefixList(list);
        return group.isEmpty() ? List.of() : List.of(GroupRule.egress(group, "443", peer, subject));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "everything with " + cause.resources().first("security-group")
                + " may then open connections to port 443 there";
    }
}
