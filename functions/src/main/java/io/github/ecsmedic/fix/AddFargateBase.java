package io.github.ecsmedic.fix;

import io.github.ecsmedic.fix.ServiceSetting.Strategy;
import io.github.ecsmedic.fix.ServiceSetting.Strategy.Share;
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
        List<Share> now =
                found.ids("strategy-item").stream().map(AddFargateBase::share).toList();
        boolean spotOnly =
                !now.isEmpty() && now.stream().allMatch(s -> s.provider().equals("FARGATE_SPOT"));
        if (!spotOnly
                || subject.service().isEmpty()
                || found.first("cluster-provider").isEmpty()) {
            return List.of();
        }
        List<Share> then = new ArrayList<>(List.of(new Share("FARGATE", 1, 1)));
        now.forEach(share -> then.add(new Share(share.provider(), share.weight(), 0)));
        return List.of(ServiceUpdate.of(subject, new Strategy(now), new Strategy(then)));
    }

    /** Of {@code capacityProvider=NAME,weight=N,base=N}. */
    private static Share share(String item) {
        String[] parts = item.split("[=,]", -1);
        return new Share(parts[1], Integer.parseInt(parts[3]), Integer.parseInt(parts[5]));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "tasks on demand cost more than those on Spot, and the quota of vCPUs on demand must have room";
    }
}
