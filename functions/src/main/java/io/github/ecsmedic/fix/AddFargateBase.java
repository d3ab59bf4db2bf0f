package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives a service that lives on Fargate Spot alone a base on demand. */
public final class AddFargateBase implements Fix {
    @Override
    public String id() {
        return "add-fargate-base";
    }

    @Override
    public String says() {
        return "let the service use Fargate on demand beside Fargate Spot";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("capacity.fargate");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        List<String> now = found.ids("strategy-item");
        boolean spotOnly = !now.isEmpty() && now.stream().allMatch(i -> i.startsWith("capacityProvider=FARGATE_SPOT,"));
        if (!spotOnly
                || subject.service().isEmpty()
                || found.first("cluster-provider").isEmpty()) {
            return List.of();
        }
        List<String> then = new ArrayList<>(List.of("capacityProvider=FARGATE,weight=1,base=1"));
        now.forEach(item -> then.add(item.substring(0, item.lastIndexOf(",base=")) + ",base=0"));
        return List.of(new Step.ByHand("ecs:UpdateService", with(subject, then), with(subject, now)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "tasks on demand cost more than those on Spot, and the quota of vCPUs on demand must have room";
    }

    private static List<String> with(Subject subject, List<String> strategy) {
        List<String> command = new ArrayList<>(List.of(
                "ecs",
                "update-service",
                "--cluster",
                subject.cluster(),
                "--service",
                subject.service(),
                "--capacity-provider-strategy"));
        command.addAll(strategy);
        return Aws.cli(subject.region(), command);
    }
}
