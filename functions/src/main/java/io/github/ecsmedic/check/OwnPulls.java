package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.Service.ServiceMessage;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the failing service itself pulls from Docker Hub, and how often it did lately. */
final class OwnPulls {
    /** Docker Hub counts the pulls of the last six hours. */
    private static final Duration LATELY = Duration.ofHours(6);

    private static final String STARTED = " has started ";

    private OwnPulls() {}

    /** Facts of task definition and service; an attempt may be refused, and be repeated by the agent. None where nothing is known. */
    static List<Evidence> of(Inquiry inquiry) {
        List<Evidence> facts = new ArrayList<>();
        if (!(Definitions.of(inquiry) instanceof Known<TaskDefinition>(TaskDefinition definition, String source))) {
            return facts;
        }
        List<String> images = definition.containers().stream()
                .map(ContainerDefinition::image)
                .filter(image -> ImageReference.parse(image).dockerHub())
                .distinct()
                .toList();
        if (images.isEmpty()) {
            return facts;
        }
        facts.add(new Evidence(
                definition.name() + " pulls "
                        + String.join(
                                ", ",
                                images.stream()
                                        .map(image -> new HubImage(image).withEquivalent(inquiry.subject()))
                                        .toList())
                        + " from Docker Hub",
                source));
        String service = inquiry.subject().service();
        if (!service.isEmpty()
                && inquiry.account().workloads().service(inquiry.subject().cluster(), service)
                        instanceof Known<Optional<Service>>(Optional<Service> found, String told)) {
            found.flatMap(s -> starts(s, inquiry.task()))
                    .ifPresent(starts -> facts.add(new Evidence(
                            starts.words() + ": at least " + starts.number() * images.size() + " attempts to pull",
                            told)));
        }
        return facts;
    }

    private record Starts(long number, String words) {}

    /** By the service's events, which reach back a hundred messages, or by its deployments, whichever tells of more. */
    private static Optional<Starts> starts(Service service, @Nullable Task task) {
        Instant end = task == null ? null : task.times().stoppedAt();
        long told = service.messages().stream()
                .filter(message -> lately(message, end))
                .mapToLong(message -> started(message.text()))
                .sum();
        long failed =
                service.deployments().stream().mapToLong(Deployment::failed).sum();
        if (told == 0 && failed == 0) {
            return Optional.empty();
        }
        return Optional.of(
                told >= failed
                        ? new Starts(
                                told,
                                "The events of service " + service.name() + " tell of " + told
                                        + " tasks started in the last 6 hours")
                        : new Starts(
                                failed,
                                "The deployments of service " + service.name() + " count " + failed
                                        + " failed tasks in a row"));
    }

    private static boolean lately(ServiceMessage message, @Nullable Instant end) {
        Instant at = message.at();
        return at != null && end != null && at.isAfter(end.minus(LATELY));
    }

    /** {@code (service api) has started 2 tasks: (task …)}. */
    private static long started(String text) {
        int from = text.indexOf(STARTED) + STARTED.length();
        if (from < STARTED.length()) {
            return 0;
        }
        int to = from;
        while (to < text.length() && to - from < 9 && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return to == from ? 0 : Long.parseLong(text.substring(from, to));
    }
}
