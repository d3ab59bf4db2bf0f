package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Capacity.Activity;
import io.github.ecsmedic.account.Capacity.ScalingGroup;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;

/** Reads Auto Scaling groups. */
final class ScalingGroups {
    private static final String INSTANCES = "autoscaling:DescribeAutoScalingInstances";
    private static final String GROUPS = "autoscaling:DescribeAutoScalingGroups";
    private static final String ACTIVITIES = "autoscaling:DescribeScalingActivities";
    private static final int INSTANCES_A_REQUEST = 50;
    private static final int SHOWN = 10;

    private final Clients clients;
    private final Reads reads;

    ScalingGroups(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    /** Of the first fifty instances. */
    Answer<Set<String>> of(List<String> instances) {
        List<String> some = instances.subList(0, Math.min(instances.size(), INSTANCES_A_REQUEST));
        return reads.ask("groups of " + some, INSTANCES, () -> {
            var answer = reads.send(
                    INSTANCES, () -> clients.scaling().describeAutoScalingInstances(r -> r.instanceIds(some)));
            Set<String> groups = new TreeSet<>();
            for (AutoScalingInstanceDetails instance :
                    listed(answer.hasAutoScalingInstances(), answer.autoScalingInstances(), INSTANCES)) {
                groups.add(needed(instance.autoScalingGroupName(), INSTANCES));
            }
            return groups;
        });
    }

    Answer<Optional<ScalingGroup>> named(String name) {
        return reads.ask("scaling group " + name, GROUPS, () -> {
            var answer = reads.send(
                    GROUPS, () -> clients.scaling().describeAutoScalingGroups(r -> r.autoScalingGroupNames(name)));
            return listed(answer.hasAutoScalingGroups(), answer.autoScalingGroups(), GROUPS).stream()
                    .map(ScalingGroups::group)
                    .findFirst();
        });
    }

    private static ScalingGroup group(AutoScalingGroup group) {
        return new ScalingGroup(
                needed(group.autoScalingGroupName(), GROUPS),
                needed(group.minSize(), GROUPS),
                needed(group.maxSize(), GROUPS),
                needed(group.desiredCapacity(), GROUPS),
                (int) group.instances().stream()
                        .filter(i -> "InService".equals(i.lifecycleStateAsString()))
                        .count());
    }

    Answer<List<Activity>> activities(String group) {
        return reads.ask("scaling activities " + group, ACTIVITIES, () -> {
            var answer = reads.send(
                    ACTIVITIES,
                    () -> clients.scaling()
                            .describeScalingActivities(
                                    r -> r.autoScalingGroupName(group).maxRecords(SHOWN)));
            return listed(answer.hasActivities(), answer.activities(), ACTIVITIES).stream()
                    .map(a -> new Activity(text(a.statusCodeAsString()), text(a.statusMessage()), a.startTime()))
                    .toList();
        });
    }
}
