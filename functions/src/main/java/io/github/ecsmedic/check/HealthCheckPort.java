package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/**
 * Asks whether anything listens on the port at which the health check asks: the log says on which port the application
 * listens, else the task definition says which ports it has.
 *
 * <p>The target group's own port is not looked at: the service registers the container's port.
 */
public final class HealthCheckPort implements Check {
    @Override
    public String id() {
        return "health-check-port";
    }

    @Override
    public String question() {
        return "Does the container listen on the port at which the health check asks";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(FailingGroup.ACTIONS, ContainerLog.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (FailingGroup.answered(inquiry)) {
            return new NotApplicable("the target answered, so something listens");
        }
        return FailingGroup.about(
                inquiry,
                (group, _) -> group.targetType().equals("ip")
                        ? Reads.then(HealthPort.of(inquiry, group), (port, source) -> at(inquiry, group, port, source))
                        : new NotApplicable("the targets of " + group.name() + " are not addresses of tasks"));
    }

    private static CheckResult at(Inquiry inquiry, TargetGroup group, int port, String source) {
        Resources named = Resources.of(
                "target-group",
                group.arn(),
                "port",
                Integer.toString(port),
                "health-check-port",
                HealthPort.fixed(group) ? Integer.toString(port) : "traffic-port");
        Evidence asks =
                new Evidence("The health check of target group " + group.name() + " asks at port " + port, source);
        Answer<ContainerLog> log = ContainerLog.of(inquiry);
        if (log instanceof Known<ContainerLog>(ContainerLog read, String from)) {
            List<ReadyLine.Place> places = ReadyLine.places(read.lines());
            if (!places.isEmpty()) {
                return byLog(named, asks, places, port, from);
            }
        }
        return Reads.then(
                Definitions.of(inquiry), (definition, from) -> byDefinition(named, asks, definition, port, log, from));
    }

    private static CheckResult byLog(
            Resources named, Evidence asks, List<ReadyLine.Place> places, int port, String source) {
        if (places.stream().anyMatch(place -> place.port() == port && !place.loopback())) {
            return new Passed(named, asks, new Evidence("The log says that the container listens on " + port, source));
        }
        boolean loopback = places.stream().anyMatch(place -> place.port() == port);
        String ports = String.join(
                ", ",
                places.stream()
                        .map(ReadyLine.Place::port)
                        .distinct()
                        .map(String::valueOf)
                        .toList());
        String says = loopback
                ? "The log says that the container listens on port " + port + " of 127.0.0.1 only"
                : "The log says that the container listens on " + ports;
        return new Failed(
                loopback ? "loopback" : "elsewhere",
                named.and(Resources.of("listening-port", loopback ? "" : ports)),
                asks,
                new Evidence(says, source));
    }

    private static CheckResult byDefinition(
            Resources named,
            Evidence asks,
            TaskDefinition definition,
            int port,
            Answer<ContainerLog> log,
            String source) {
        boolean declared = definition.containers().stream()
                .anyMatch(container -> container.containerPorts().contains(port));
        if (declared) {
            return log instanceof Unknown<ContainerLog> unknown
                    ? Inconclusive.because(unknown)
                    : new Inconclusive("the log does not say on which port the container listens: logs:GetLogEvents");
        }
        return new Failed(
                "undeclared",
                named,
                asks,
                new Evidence("No container of " + definition.name() + " has port " + port, source));
    }
}
