package io.github.ecsmedic.mend;

import static java.util.Map.entry;

import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.EndpointPrivateDns;
import io.github.ecsmedic.fix.EndpointRoute;
import io.github.ecsmedic.fix.GroupSize;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.InstanceState;
import io.github.ecsmedic.fix.InstanceTermination;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.MountTarget;
import io.github.ecsmedic.fix.PullThroughRule;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.SecretRestore;
import io.github.ecsmedic.fix.ServiceSetting;
import io.github.ecsmedic.fix.ServiceSetting.Definition;
import io.github.ecsmedic.fix.ServiceSetting.DesiredCount;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.fix.ServiceSetting.Strategy;
import io.github.ecsmedic.fix.ServiceSetting.Strategy.Share;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What the requests of each fix may look like. IAM cannot tell a new deployment from a scale-in, so this table is where
 * it is told; a fix that does not stand in it sends nothing.
 */
final class Shape {
    private static final int LONGEST_GRACE = 600;

    private static final Map<String, Predicate<Request>> ROWS = Map.ofEntries(
            entry("force-new-deployment", update((_, to) -> to instanceof NewDeployment)),
            entry("stop-deployment-rollback", r -> r instanceof DeploymentStop),
            entry("roll-back-task-definition", update(Shape::sameFamily)),
            entry("extend-grace-period", update(Shape::longer)),
            entry("enable-circuit-breaker", update(Shape::guarded)),
            entry("fix-deployment-percent", update(Shape::widened)),
            entry("lower-desired-count", update(Shape::fewer)),
            entry("add-fargate-base", update(Shape::based)),
            entry("rerun-task", r -> r instanceof TaskRerun),
            entry("stop-task", r -> r instanceof TaskStop),
            entry("lift-task-protection", r -> r instanceof TaskProtection p && !p.on()),
            entry(
                    "replace-instance",
                    r -> (r instanceof InstanceState i && i.draining()) || r instanceof InstanceTermination),
            entry("enable-vpc-dns", r -> r instanceof VpcAttribute a && a.on()),
            entry("enable-endpoint-private-dns", r -> r instanceof EndpointPrivateDns e && e.on()),
            entry("associate-s3-gateway", r -> r instanceof EndpointRoute e && e.there()),
            entry(
                    "admit-task-at-endpoint",
                    r -> r instanceof Ingress i && i.there() && i.port().equals("443")),
            entry("create-log-group", r -> r instanceof LogGroup),
            entry("restore-secret", r -> r instanceof SecretRestore),
            entry("create-pull-through-cache", r -> r instanceof PullThroughRule),
            entry("correct-health-check", r -> r instanceof TargetGroupSetting t && strict(t)),
            entry(
                    "admit-task-at-file-system",
                    r -> r instanceof MountTarget
                            || (r instanceof Ingress i && i.there() && i.port().equals("2049"))),
            entry("raise-capacity", r -> r instanceof GroupSize g && larger(g.from(), g.to())));

    private Shape() {}

    /** Whether the fix may send it for this plan's service. */
    static boolean allows(Plan plan, Request request) {
        return own(plan.subject(), request)
                && ROWS.getOrDefault(plan.fix(), _ -> false).test(request);
    }

    /** Whether what belongs to one service, or is one task, is that of the plan. */
    private static boolean own(Subject of, Request request) {
        return switch (request) {
            case ServiceUpdate update ->
                update.cluster().equals(of.cluster())
                        && update.service().equals(of.service())
                        && !of.service().isEmpty();
            case TaskRerun rerun ->
                rerun.cluster().equals(of.cluster())
                        && rerun.task().equals(of.taskArn())
                        && of.service().isEmpty();
            case TaskStop stop ->
                stop.cluster().equals(of.cluster())
                        && stop.task().equals(of.taskArn())
                        && !of.service().isEmpty();
            case DeploymentStop _,
                    EndpointPrivateDns _,
                    EndpointRoute _,
                    GroupSize _,
                    Ingress _,
                    InstanceState _,
                    InstanceTermination _,
                    LogGroup _,
                    MountTarget _,
                    PullThroughRule _,
                    SecretRestore _,
                    TargetGroupSetting _,
                    TaskProtection _,
                    VpcAttribute _ -> true;
        };
    }

    private static Predicate<Request> update(BiPredicate<ServiceSetting, ServiceSetting> change) {
        return r -> r instanceof ServiceUpdate update
                && change.test(update.from() == null ? update.to() : update.from(), update.to());
    }

    private static boolean sameFamily(ServiceSetting from, ServiceSetting to) {
        return from instanceof Definition old
                && to instanceof Definition other
                && !old.equals(other)
                && family(old.name()).equals(family(other.name()));
    }

    private static String family(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf(':')));
    }

    private static boolean longer(ServiceSetting from, ServiceSetting to) {
        return from instanceof GracePeriod old
                && to instanceof GracePeriod other
                && other.seconds() > old.seconds()
                && other.seconds() <= LONGEST_GRACE;
    }

    private static boolean fewer(ServiceSetting from, ServiceSetting to) {
        return from instanceof DesiredCount old
                && to instanceof DesiredCount other
                && other.tasks() < old.tasks()
                && other.tasks() > 0;
    }

    /** One task on demand more, and nothing else. */
    private static boolean based(ServiceSetting from, ServiceSetting to) {
        if (!(from instanceof Strategy(List<Share> old) && to instanceof Strategy(List<Share> other))) {
            return false;
        }
        List<Share> wanted = new ArrayList<>(List.of(new Share("FARGATE", 1, 1)));
        old.forEach(share -> wanted.add(new Share(share.provider(), share.weight(), 0)));
        return other.equals(wanted);
    }

    /** By one, of what is changed at all. */
    private static boolean larger(GroupSize.Size from, GroupSize.Size to) {
        int more = to.most() - from.most();
        if (from.desired() == null || to.desired() == null) {
            return more == 1 && Objects.equals(from.desired(), to.desired());
        }
        return to.desired() - from.desired() == 1 && (more == 0 || more == 1);
    }

    private static boolean guarded(ServiceSetting from, ServiceSetting to) {
        return from instanceof Rollout old
                && to.equals(new Rollout(old.maximumPercent(), old.minimumHealthyPercent(), true, true));
    }

    private static boolean widened(ServiceSetting from, ServiceSetting to) {
        return from instanceof Rollout old
                && to instanceof Rollout other
                && other.maximumPercent() > old.maximumPercent()
                && other.equals(new Rollout(
                        other.maximumPercent(), old.minimumHealthyPercent(), old.circuitBreaker(), old.rollback()));
    }

    /** An answer that is an error is never taken for health. */
    private static boolean strict(TargetGroupSetting change) {
        return change.setting() != TargetGroupSetting.Setting.MATCHER
                || (!change.to().isEmpty()
                        && Arrays.stream(change.to().split("[,-]", -1))
                                .allMatch(code -> code.startsWith("2") || code.startsWith("3")));
    }
}
