package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.reason;
import static io.github.ecsmedic.signature.Clue.tight;

import java.util.List;

/** No place to run the task. The resource that is named wins; without one it stays unknown. */
public final class Capacity {
    private Capacity() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "capacity.provisioning_limit",
                        FAILURE,
                        "Too many tasks of the cluster wait in PROVISIONING",
                        any(
                                has("provisioning capacity limit"),
                                all(
                                        has("provisioning"),
                                        hasAny(
                                                "limit exceeded",
                                                "limit was exceeded",
                                                "limit has been exceeded",
                                                "limit reached"),
                                        has("task")))),
                Signature.of("capacity.quota", FAILURE, "A quota of the account is used up", quota()),
                Signature.of(
                        "capacity.no_instances",
                        FAILURE,
                        "The cluster or capacity provider has no instances",
                        any(hasAny(
                                "no container instances were found",
                                "NO ACTIVE INSTANCES",
                                "EMPTY CAPACITY PROVIDER",
                                "no container instances found",
                                "no container instances are registered",
                                "no registered container instances",
                                "cluster has no container instances",
                                "no active container instances")),
                        Fact.LACKING),
                Signature.of(
                        "capacity.placement_location",
                        FAILURE,
                        "The instances lie in other zones than the subnets",
                        any(
                                reason("LOCATION"),
                                all(
                                        has("container-instance"),
                                        hasAny(
                                                "different availability zone than",
                                                "not in the same availability zone"))),
                        Fact.INSTANCE),
                Signature.of(
                        "capacity.placement_constraint",
                        FAILURE,
                        "No instance satisfies a placement constraint",
                        any(
                                hasAny(
                                        "placement constraint unsatisfied",
                                        "PLACEMENT_CONSTRAINT_VIOLATED",
                                        "memberof placement constraint",
                                        "distinctinstance placement constraint"),
                                all(
                                        has("placement constraint"),
                                        hasAny(
                                                "unsatisfied",
                                                "not satisfied",
                                                "violat",
                                                "not met",
                                                "cannot be satisfied"))),
                        Fact.INSTANCE),
                Signature.of(
                        "capacity.placement_attribute",
                        FAILURE,
                        "The instances lack an attribute that the task needs",
                        any(
                                hasAny(
                                        "missing an attribute required",
                                        "is missing an attribute",
                                        "missing required attribute",
                                        "missing attribute"),
                                reason("ATTRIBUTE"),
                                all(has("ecs.capability."), hasAny("missing", "requires attribute", "lack"))),
                        Fact.INSTANCE,
                        Fact.NAME),
                Signature.of(
                        "capacity.placement_gpu",
                        FAILURE,
                        "The instances have no GPU left",
                        lacks("GPU"),
                        Fact.LACKING,
                        Fact.INSTANCE),
                Signature.of(
                        "capacity.placement_eni",
                        FAILURE,
                        "The instances have no network interface left",
                        any(
                                lacks("ENI"),
                                hasAny(
                                        "eni attachment point",
                                        "network interface attachment point",
                                        "no eni attachment")),
                        Fact.LACKING,
                        Fact.INSTANCE),
                Signature.of(
                        "capacity.placement_ports",
                        FAILURE,
                        "The host port is already used on the instances",
                        any(
                                lacks("PORTS"),
                                lacks("PORT"),
                                hasAny(
                                        "already using a port required",
                                        "port required by your task",
                                        "not enough ports",
                                        "reserved host ports")),
                        Fact.LACKING,
                        Fact.INSTANCE),
                Signature.of(
                        "capacity.placement_cpu",
                        FAILURE,
                        "The instances have not enough CPU left",
                        lacks("CPU"),
                        Fact.LACKING,
                        Fact.INSTANCE),
                Signature.of(
                        "capacity.placement_memory",
                        FAILURE,
                        "The instances have not enough memory left",
                        lacks("MEMORY"),
                        Fact.LACKING,
                        Fact.INSTANCE),
                Signature.of(
                        "capacity.fargate",
                        FAILURE,
                        "Fargate has no capacity",
                        any(
                                hasAny(
                                        "RESOURCE:FARGATE",
                                        "capacity is unavailable at this time",
                                        "fargate capacity is unavailable",
                                        "no fargate capacity"),
                                all(
                                        has("fargate", "capacity"),
                                        hasAny(
                                                "unavailable",
                                                "not available",
                                                "insufficient",
                                                "no spot capacity",
                                                "out of capacity")))),
                Signature.of(
                        "capacity.ec2_insufficient",
                        FAILURE,
                        "EC2 has no capacity for the instances",
                        any(
                                hasAny(
                                        "UnfulfillableCapacity",
                                        "InsufficientInstanceCapacity",
                                        "InsufficientHostCapacity",
                                        "InsufficientReservedInstanceCapacity",
                                        "InsufficientCapacityOnOutpost"),
                                all(
                                        has("sufficient", "capacity"),
                                        hasAny(
                                                "ec2",
                                                "instance type",
                                                "requested instance",
                                                "availability zone you requested"),
                                        not(has("iam:")))),
                        Fact.INSTANCE),
                Signature.fallback(
                        "capacity.placement_unknown",
                        FAILURE,
                        "No instance met the requirements, it is not said which",
                        hasAny(
                                "no container instance met all of its requirements",
                                "container instance met all of its requirement"),
                        Fact.INSTANCE),
                Signature.fallback(
                        "capacity.unknown",
                        FAILURE,
                        "The task could not be placed or launched, it is not said why",
                        all(
                                any(
                                        hasAny(
                                                "unable to place a task",
                                                "unable to place tasks",
                                                "unable to place the task",
                                                "could not place",
                                                "unable to launch instance",
                                                "TASK_PLACEMENT_FAILURE",
                                                "run task failed",
                                                "unable to start a task"),
                                        all(has("could not launch"), hasAny("task", "deployment")),
                                        all(has("unable to place"), has("task"))),
                                any(
                                        has("unable to launch instance"),
                                        not(hasAny(
                                                "ResourceInitializationError",
                                                "CannotPull",
                                                "CannotStart",
                                                "CannotCreate")))),
                        Fact.INSTANCE));
    }

    /** The scheduler's code ({@code RESOURCE:CPU}) or its sentence ({@code has insufficient CPU units available}). */
    private static Clue lacks(String resource) {
        String tight = Text.squeeze(resource);
        return any(
                all(has("RESOURCE:"), tight("resource:" + tight)),
                all(
                        hasAny("insufficient", "not enough", "have enough", "lacks"),
                        has(resource),
                        tight("(insufficient|notenough|(nt|not)haveenough|lacks(enough)?)(available|free)?" + tight),
                        hasAny(
                                "container-instance",
                                "container instance",
                                "unable to place",
                                "closest matching",
                                "available",
                                "unit")));
    }

    private static Clue quota() {
        return any(
                hasAny(
                        "reached the limit on the number of",
                        "configuration is above your limit",
                        "above your limit",
                        "VcpuLimitExceeded",
                        "MaxSpotInstanceCountExceeded",
                        "InstanceLimitExceeded",
                        "spot request limit",
                        "vCPU limit",
                        "limit on the number of vCPUs",
                        "limit on the number of tasks",
                        "concurrent tasks limit",
                        "ServiceQuotaExceeded"),
                all(hasAny("desired count", "desiredCount"), hasAny("exceed", "quota", "limit of", "greater than the")),
                all(
                        hasAny(
                                "unable to place",
                                "unable to launch",
                                "run task",
                                "could not launch",
                                "fargate",
                                "you have exceeded",
                                "youve exceeded"),
                        hasAny("quota", "limitexceeded", "account limit", "limit exceeded"),
                        not(has("rate limit"))));
    }
}
