package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes room for another instance, and brings it where ECS does not do so itself. */
public final class RaiseCapacity implements Fix {
    @Override
    public String id() {
        return "raise-capacity";
    }

    @Override
    public String says() {
        return "let the Auto Scaling group bring another instance";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of(
                "capacity.cpu",
                "capacity.eni",
                "capacity.gpu",
                "capacity.memory",
                "capacity.no_instances",
                "capacity.ports",
                "capacity.provider",
                "capacity.provisioning_limit");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String group = found.first("auto-scaling-group");
        String[] size = found.first("group-size").split("/", -1);
        if (group.isEmpty() || size.length != 2) {
            return List.of(new Step.ByHand(
                    "autoscaling:DescribeAutoScalingGroups",
                    Aws.cli(subject.region(), "autoscaling", "describe-auto-scaling-groups"),
                    List.of()));
        }
        int desired = Integer.parseInt(size[0]);
        int most = Integer.parseInt(size[1]);
        boolean full = desired >= most;
        boolean managed = !found.first("managed-scaling").isEmpty();
        if (managed && !full) {
            return List.of(new Step.ByHand(
                    "autoscaling:DescribeScalingActivities",
                    Aws.cli(
                            subject.region(),
                            "autoscaling",
                            "describe-scaling-activities",
                            "--auto-scaling-group-name",
                            group,
                            "--max-items",
                            "10"),
                    List.of()));
        }
        return List.of(new GroupSize(
                subject.region(),
                group,
                new GroupSize.Size(most, managed ? null : desired),
                new GroupSize.Size(full ? most + 1 : most, managed ? null : desired + 1)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        boolean managed = !cause.resources().first("managed-scaling").isEmpty();
        return "it costs one more instance; a task that fits on no empty instance of this type needs a larger type"
                + (managed ? ", and ECS sets the number of instances itself up to the maximum" : "");
    }
}
