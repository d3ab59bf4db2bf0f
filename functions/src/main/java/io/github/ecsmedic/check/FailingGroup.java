package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Registration;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The target group whose health check failed. */
final class FailingGroup {
    /** What is read to find and describe it. */
    static final Set<String> ACTIONS = Set.of("ecs:DescribeServices", "elasticloadbalancing:DescribeTargetGroups");

    private static final Set<String> LABELS = Set.of(
            "health.elb",
            "health.elb_az_not_enabled",
            "health.elb_status_code",
            "health.elb_target_group_missing",
            "health.elb_timeout");

    private FailingGroup() {}

    /** Whether a load balancer complained of the task. */
    static boolean complained(Inquiry inquiry) {
        return LABELS.contains(inquiry.seen().label());
    }

    /** Whether the target answered with a status code, so that it was reached and something listens. */
    static boolean answered(Inquiry inquiry) {
        return inquiry.seen().label().equals("health.elb_status_code");
    }

    /** Goes on with the group; does not apply where no load balancer complained or the group is gone. */
    static CheckResult about(Inquiry inquiry, BiFunction<TargetGroup, String, CheckResult> then) {
        if (!complained(inquiry)) {
            return new NotApplicable("no load balancer complained of the task");
        }
        return Reads.then(
                arn(inquiry),
                (arn, _) -> Reads.then(
                        inquiry.account().balancers().targetGroup(arn),
                        (group, source) -> group.isEmpty()
                                ? new NotApplicable("there is no target group " + arn)
                                : then.apply(group.get(), source)));
    }

    /** The one that the message names, else the only one of the service. */
    static Answer<String> arn(Inquiry inquiry) {
        String named = inquiry.seen().facts().get(Fact.TARGET_GROUP);
        if (!named.isEmpty() && !named.contains("*")) {
            return new Known<>(named, "message");
        }
        return switch (service(inquiry)) {
            case Unknown<Optional<Service>> unknown -> unknown.as();
            case Known<Optional<Service>>(Optional<Service> service, String source) -> {
                List<String> all = service.map(Service::targetGroups).orElseGet(List::of);
                yield all.size() == 1
                        ? new Known<>(all.getFirst(), source)
                        : new Unknown<>("the message does not name the target group", source);
            }
        };
    }

    /** Which port of which container the service registers in the group. */
    static Answer<Registration> registration(Inquiry inquiry, String arn) {
        return switch (service(inquiry)) {
            case Unknown<Optional<Service>> unknown -> unknown.as();
            case Known<Optional<Service>>(Optional<Service> service, String source) ->
                service.stream()
                        .flatMap(s -> s.balancing().targets().stream())
                        .filter(target -> target.targetGroup().equals(arn))
                        .findFirst()
                        .<Answer<Registration>>map(target -> new Known<>(target, source))
                        .orElseGet(() -> new Unknown<>("the service does not register its tasks in " + arn, source));
        };
    }

    /** The service of the task. */
    static Answer<Optional<Service>> service(Inquiry inquiry) {
        String name = inquiry.subject().service();
        return name.isEmpty()
                ? new Unknown<>("the event names no service", "ecs:DescribeServices")
                : inquiry.account().workloads().service(inquiry.subject().cluster(), name);
    }
}
