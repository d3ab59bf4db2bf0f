package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the status code that the health check got with those that the target group accepts.
 *
 * <p>A server's error may come from a wrong path as well as from an ailing application, so it decides nothing. The log
 * adds what it shows of the path, and which other path is answered well; it is no part of the proof.
 */
public final class HealthCheckPath implements Check {
    @Override
    public String id() {
        return "health-check-path";
    }

    @Override
    public String question() {
        return "Does the target group accept the status code that its health check path brings";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(FailingGroup.ACTIONS, HealthAnswer.ACTIONS, ContainerLog.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return FailingGroup.about(
                inquiry,
                (group, source) -> Reads.then(
                        HealthAnswer.of(inquiry),
                        (answer, _) -> answer.filter(HealthCheckPath::coded)
                                .map(a -> verdict(inquiry, group, a.code(), source))
                                .orElseGet(() -> new NotApplicable("the health check got no status code"))));
    }

    private static boolean coded(HealthAnswer answer) {
        return answer.fault().equals("wrong-code") || answer.fault().equals("server-error");
    }

    private static CheckResult verdict(Inquiry inquiry, TargetGroup group, String code, String source) {
        TargetGroup.HealthCheck check = group.healthCheck();
        if (code.isEmpty()) {
            return new Inconclusive("the status code is not told, or it is one of gRPC: " + source);
        }
        Resources named = Resources.of(
                "target-group",
                group.arn(),
                "health-check-path",
                check.path(),
                "matcher",
                check.matcher(),
                "status-code",
                code);
        Evidence asks = new Evidence(
                "The health check of target group " + group.name() + " asks for " + check.path() + " and wants "
                        + check.matcher() + ", but got " + code,
                source);
        if (StatusCodes.accepts(check.matcher(), code)) {
            return new Passed(
                    named,
                    new Evidence(
                            "Target group " + group.name() + " accepts " + code + " (" + check.matcher() + ")",
                            source));
        }
        if (code.startsWith("5")) {
            return new Inconclusive("whether " + code + " comes from a wrong path or from the application itself is "
                    + "not known: " + source);
        }
        String fault = code.startsWith("2") ? "matcher" : "path";
        return failed(inquiry, fault, named, asks, check.path());
    }

    private static CheckResult failed(Inquiry inquiry, String fault, Resources named, Evidence asks, String path) {
        List<Evidence> facts = new ArrayList<>(List.of(asks));
        List<Exhibit> shown = new ArrayList<>();
        Resources right = Resources.NONE;
        if (ContainerLog.of(inquiry) instanceof Known<ContainerLog>(ContainerLog log, String source)) {
            List<AccessLine> asked = HealthRequests.requests(log, path);
            Optional<AccessLine> other = HealthRequests.answering(log, path);
            if (!asked.isEmpty()) {
                facts.add(new Evidence(HealthRequests.told(path, asked), source));
            }
            if (other.isPresent()) {
                String well = other.get().path();
                facts.add(new Evidence("The log shows that " + well + " is answered well", source));
                right = Resources.of("answering-path", well);
            }
            if (other.isPresent() || !asked.isEmpty()) {
                shown.add(HealthRequests.exhibit(
                        log,
                        Stream.concat(other.stream(), asked.reversed().stream()).toList()));
            }
        }
        if (right.all().isEmpty()) {
            right = own(inquiry, path, facts);
        }
        return new Failed(fault, named.and(right), facts, shown);
    }

    /** The path of the container's own health check, when that is another one. */
    private static Resources own(Inquiry inquiry, String path, List<Evidence> facts) {
        if (!(Definitions.of(inquiry) instanceof Known<TaskDefinition>(TaskDefinition definition, String source))) {
            return Resources.NONE;
        }
        Optional<String> other = ContainerLog.container(inquiry, definition)
                .map(HealthRequests::path)
                .filter(p -> !p.isEmpty() && !p.equals(path));
        other.ifPresent(p -> facts.add(new Evidence("The container's own health check asks for " + p, source)));
        return other.map(p -> Resources.of("answering-path", p)).orElse(Resources.NONE);
    }
}
