package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.ServiceMessage;
import io.github.ecsmedic.account.Target;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Field;
import io.github.ecsmedic.signature.Health;
import io.github.ecsmedic.signature.Message;
import io.github.ecsmedic.signature.Recogniser;
import io.github.ecsmedic.signature.Recognition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the load balancer's health check got from the task.
 *
 * <p>The reason of a stopped task seldom says it; then the service's events do, and while tasks live the health of the
 * targets. A target that is no longer registered tells nothing: it is the old one.
 *
 * @param fault {@code wrong-code}, {@code server-error}, {@code timeout}, {@code failed} (it is not said how),
 *     {@code zone-not-enabled}, {@code unused} or {@code group-missing}
 * @param code the status code, or {@code ""}
 */
record HealthAnswer(String fault, String code, Evidence evidence) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Set.of("ecs:DescribeServices", "elasticloadbalancing:DescribeTargetHealth");

    private static final Recogniser HEALTH = new Recogniser(Health.signatures());
    private static final int SHOWN = 300;

    /** Empty when neither message nor service nor targets tell. */
    static Answer<Optional<HealthAnswer>> of(Inquiry inquiry) {
        Optional<HealthAnswer> stated = of(inquiry.seen(), new Evidence(sentence(inquiry.seen()), "message"))
                .filter(answer -> !answer.fault().equals("failed"));
        if (stated.isPresent()) {
            return new Known<>(stated, "message");
        }
        Answer<Optional<HealthAnswer>> told = told(inquiry);
        if (told instanceof Known<Optional<HealthAnswer>>(Optional<HealthAnswer> answer, String _)
                && answer.isPresent()) {
            return told;
        }
        Answer<Optional<HealthAnswer>> now = now(inquiry);
        boolean found = now instanceof Known<Optional<HealthAnswer>>(Optional<HealthAnswer> answer, String _)
                && answer.isPresent();
        return found || told instanceof Known<Optional<HealthAnswer>> ? now : told;
    }

    private static Optional<HealthAnswer> of(Recognition seen, Evidence evidence) {
        String code = seen.facts().get(Fact.STATUS_CODE);
        return switch (seen.label()) {
            case "health.elb_status_code" ->
                Optional.of(new HealthAnswer(code.startsWith("5") ? "server-error" : "wrong-code", code, evidence));
            case "health.elb_timeout" -> Optional.of(new HealthAnswer("timeout", "", evidence));
            case "health.elb_az_not_enabled" -> Optional.of(new HealthAnswer("zone-not-enabled", "", evidence));
            case "health.elb_target_group_missing" -> Optional.of(new HealthAnswer("group-missing", "", evidence));
            case "health.elb" -> Optional.of(new HealthAnswer("failed", "", evidence));
            default -> Optional.empty();
        };
    }

    private static String sentence(Recognition seen) {
        String code = seen.facts().get(Fact.STATUS_CODE);
        return switch (seen.label()) {
            case "health.elb_status_code" ->
                "The health check got " + (code.isEmpty() ? "a wrong status code" : "status code " + code);
            case "health.elb_timeout" -> "The health check got no answer in time";
            case "health.elb_az_not_enabled" -> "The target lies in a zone that is not enabled for the load balancer";
            case "health.elb_target_group_missing" -> "The target group or the target is not found";
            default -> "The health check of the load balancer failed";
        };
    }

    /** What the service's events say of this task, else of the target group since the task was created. */
    private static Answer<Optional<HealthAnswer>> told(Inquiry inquiry) {
        return switch (FailingGroup.service(inquiry)) {
            case Unknown<Optional<Service>> unknown -> unknown.as();
            case Known<Optional<Service>>(Optional<Service> service, String source) -> {
                List<ServiceMessage> all = service.map(Service::messages).orElseGet(List::of);
                yield new Known<>(
                        Stream.concat(
                                        all.stream().filter(m -> ofTask(m, inquiry.task())),
                                        all.stream().filter(m -> ofGroup(m, inquiry)))
                                .flatMap(m -> read(m.text(), source).stream())
                                .findFirst(),
                        source);
            }
        };
    }

    private static boolean ofTask(ServiceMessage message, @Nullable Task task) {
        return task != null && message.text().contains(Arn.lastPart(task.arn()));
    }

    private static boolean ofGroup(ServiceMessage message, Inquiry inquiry) {
        Task task = inquiry.task();
        Instant since = task == null ? null : task.times().createdAt();
        Instant at = message.at();
        boolean recent = since == null || (at != null && !at.isBefore(since));
        return recent
                && FailingGroup.arn(inquiry) instanceof Known<String>(String arn, String _)
                && message.text().contains(arn);
    }

    private static Optional<HealthAnswer> read(String text, String source) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return of(
                HEALTH.recognise(Message.of(Field.SERVICE_EVENT, text)),
                new Evidence("The service says: " + shown, source));
    }

    /** The health of the task's own target while it is registered, else that of its ailing fellows. */
    private static Answer<Optional<HealthAnswer>> now(Inquiry inquiry) {
        Task task = inquiry.task();
        String address = task == null ? "" : task.address();
        return switch (FailingGroup.arn(inquiry)) {
            case Unknown<String> unknown -> unknown.as();
            case Known<String>(String arn, String _) ->
                switch (inquiry.account().balancers().targets(arn)) {
                    case Unknown<List<Target>> unknown -> unknown.as();
                    case Known<List<Target>>(List<Target> targets, String source) ->
                        new Known<>(
                                targets.stream()
                                        .sorted(Comparator.comparing(t -> !t.id().equals(address)))
                                        .flatMap(t -> of(t, source).stream())
                                        .findFirst(),
                                source);
                };
        };
    }

    private static Optional<HealthAnswer> of(Target target, String source) {
        Evidence evidence = new Evidence(
                "Target " + target.id() + " is " + target.state() + ": " + target.reason()
                        + (target.description().isEmpty() ? "" : ", " + target.description()),
                source);
        return switch (target.reason()) {
            case "Target.ResponseCodeMismatch" ->
                of(
                        HEALTH.recognise(Message.of(Field.SERVICE_EVENT, target.reason() + " " + target.description())),
                        evidence);
            case "Target.Timeout" -> Optional.of(new HealthAnswer("timeout", "", evidence));
            case "Target.FailedHealthChecks" -> Optional.of(new HealthAnswer("failed", "", evidence));
            case "Target.NotInUse" ->
                Optional.of(new HealthAnswer(
                        target.description().contains("Availability Zone") ? "zone-not-enabled" : "unused",
                        "",
                        evidence));
            default -> Optional.empty();
        };
    }
}
