package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads of what decides whether there is a place for a task. */
public interface Capacity {
    /** What the task definition asks of a place ({@code ecs:DescribeTaskDefinition}). */
    Answer<TaskNeeds> needs(String taskDefinition);

    /** How the service places its tasks; empty when ECS knows no such service ({@code ecs:DescribeServices}). */
    Answer<Optional<Placement>> placement(String cluster, String service);

    /** The names of the cluster's capacity providers ({@code ecs:DescribeClusters}). */
    Answer<List<String>> clusterProviders(String cluster);

    /**
     * The container instances of the cluster but for inactive ones, at most {@link Fleet#MOST}
     * ({@code ecs:ListContainerInstances}, {@code ecs:DescribeContainerInstances}).
     */
    Answer<Fleet> fleet(String cluster);

    /** The ARNs of those that satisfy an expression of the cluster query language ({@code ecs:ListContainerInstances}). */
    Answer<Set<String>> matching(String cluster, String expression);

    /** How many network interfaces each EC2 instance has now ({@code ec2:DescribeInstances}). */
    Answer<Map<String, Integer>> attachedInterfaces(List<String> instances);

    /** How many it can have at most, by instance type ({@code ec2:DescribeInstanceTypes}). */
    Answer<Map<String, Integer>> mostInterfaces(List<String> types);

    /** {@code ecs:DescribeCapacityProviders}; those that do not exist are missing. */
    Answer<List<Provider>> providers(List<String> names);

    /** The Auto Scaling groups to which these EC2 instances belong ({@code autoscaling:DescribeAutoScalingInstances}). */
    Answer<Set<String>> groupsOf(List<String> instances);

    /** {@code autoscaling:DescribeAutoScalingGroups}. */
    Answer<Optional<ScalingGroup>> group(String name);

    /** The newest scaling activities of the group, newest first ({@code autoscaling:DescribeScalingActivities}). */
    Answer<List<Activity>> activities(String group);

    /** {@code servicequotas:GetServiceQuota}. */
    Answer<Quota> quota(String service, String code);

    /**
     * How a service places its tasks.
     *
     * @param launchType {@code ""} where a strategy decides
     * @param expressions what {@code memberOf} constraints demand
     * @param distinct whether each task needs an instance of its own
     */
    record Placement(String launchType, List<Share> strategy, List<String> expressions, boolean distinct) {
        public Placement {
            strategy = List.copyOf(strategy);
            expressions = List.copyOf(expressions);
        }
    }

    /** One capacity provider of a strategy. */
    record Share(String provider, int weight, int base) {}

    /**
     * A capacity provider.
     *
     * @param group the ARN of its Auto Scaling group, or {@code ""}
     * @param managed whether ECS scales the group
     */
    record Provider(String name, String status, String updateStatus, String group, boolean managed) {
        /** The group's name: {@code hosts} of {@code …:autoScalingGroupName/hosts}. */
        public String groupName() {
            return group.substring(group.lastIndexOf('/') + 1);
        }
    }

    /** An Auto Scaling group; {@code inService} counts its instances that work. */
    record ScalingGroup(String name, int least, int most, int desired, int inService) {}

    /**
     * One scaling activity.
     *
     * @param status {@code Successful}, {@code Failed}, {@code InProgress} …
     */
    record Activity(String status, String message, @Nullable Instant at) {}

    /**
     * A quota of the account in this region.
     *
     * @param usage where CloudWatch counts what is used of it; null where nobody counts
     */
    record Quota(
            String name,
            double value,
            boolean adjustable,
            @Nullable Usage usage) {}

    /** A metric that counts what is used of a quota. */
    record Usage(String namespace, String metric, Map<String, String> dimensions) {
        public Usage {
            dimensions = Map.copyOf(dimensions);
        }
    }
}
