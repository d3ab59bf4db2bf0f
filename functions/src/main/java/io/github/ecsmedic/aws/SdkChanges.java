package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.account.Changes;
import io.github.ecsmedic.model.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/** AWS CloudTrail's event history through the SDK. CloudTrail allows two requests a second. */
final class SdkChanges implements Changes {
    private static final String LOOKUP = "cloudtrail:LookupEvents";
    private static final int EVENTS_A_PAGE = 50;
    private static final int PAGES = 2;
    private static final Duration AROUND_START = Duration.ofMinutes(2);
    private static final List<String> READS =
            List.of("BatchGet", "Describe", "Get", "Head", "List", "Lookup", "Search");

    private final Clients clients;
    private final Reads reads;

    SdkChanges(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public List<Answer<History>> of(List<String> objects, Duration time, Instant before) {
        Instant from = before.minus(time);
        List<Reads.Pending<History>> histories = objects.stream()
                .map(object -> reads.start(
                        "changes of " + object + " from " + from + " until " + before,
                        LOOKUP,
                        () -> history(object, from, before)))
                .toList();
        return histories.stream().map(Reads.Pending::answer).toList();
    }

    private History history(String object, Instant from, Instant until) {
        LookupAttribute named = by(LookupAttributeKey.RESOURCE_NAME, object);
        return history(named, event -> names(event, object), from, until);
    }

    @Override
    public Answer<History> ofService(String cluster, String service, Duration time, Instant before) {
        Instant from = before.minus(time);
        return reads.ask("changes of service " + service + " in " + cluster + " until " + before, LOOKUP, () -> {
            History updates = history(
                    by(LookupAttributeKey.EVENT_NAME, "UpdateService"),
                    event -> ServiceRequest.of(record(text(event.cloudTrailEvent())))
                            .about(cluster, service),
                    from,
                    before);
            return updates.changes().isEmpty() && !updates.more()
                    ? history(
                            by(LookupAttributeKey.EVENT_NAME, "CreateService"),
                            event -> ServiceRequest.of(record(text(event.cloudTrailEvent())))
                                    .about(cluster, service),
                            from,
                            before)
                    : updates;
        });
    }

    private History history(LookupAttribute by, Predicate<Event> meant, Instant from, Instant until) {
        List<Event> events = new ArrayList<>();
        String token = null;
        for (int page = 0; page < PAGES && (page == 0 || token != null); page++) {
            LookupEventsResponse answer = page(by, from, until, token);
            events.addAll(listed(answer.hasEvents(), answer.events(), LOOKUP));
            token = text(answer.nextToken()).isEmpty() ? null : answer.nextToken();
        }
        return new History(
                events.stream()
                        .filter(meant)
                        .flatMap(event -> change(event).stream())
                        .filter(made -> !made.at().isBefore(from) && made.at().isBefore(until))
                        .sorted(Comparator.comparing(Made::at).reversed())
                        .toList(),
                token != null);
    }

    private static LookupAttribute by(LookupAttributeKey key, String value) {
        return LookupAttribute.builder().attributeKey(key).attributeValue(value).build();
    }

    private LookupEventsResponse page(LookupAttribute by, Instant from, Instant until, @Nullable String token) {
        return reads.send(
                LOOKUP,
                () -> clients.trail()
                        .lookupEvents(r -> r.lookupAttributes(by)
                                .startTime(from)
                                .endTime(until)
                                .maxResults(EVENTS_A_PAGE)
                                .nextToken(token)));
    }

    @Override
    public Answer<Optional<Start>> start(String taskArn, Instant createdAt) {
        return reads.ask("start of " + taskArn, LOOKUP, () -> started(taskArn, createdAt));
    }

    private Optional<Start> started(String taskArn, Instant createdAt) {
        LookupAttribute runTask = by(LookupAttributeKey.EVENT_NAME, "RunTask");
        String token = null;
        for (int page = 0; page < PAGES && (page == 0 || token != null); page++) {
            LookupEventsResponse answer =
                    page(runTask, createdAt.minus(AROUND_START), createdAt.plus(AROUND_START), token);
            for (Event event : listed(answer.hasEvents(), answer.events(), LOOKUP)) {
                Optional<Start> start = started(record(text(event.cloudTrailEvent())), taskArn);
                if (start.isPresent()) {
                    return start;
                }
            }
            token = text(answer.nextToken()).isEmpty() ? null : answer.nextToken();
        }
        if (token != null) {
            throw new NoAnswer("more RunTask events than are read", LOOKUP, "");
        }
        return Optional.empty();
    }

    /** Empty when the record is about other tasks, or tells nothing of the network. */
    private static Optional<Start> started(Json record, String taskArn) {
        boolean meant = record.at("responseElements").objects("tasks").stream()
                .anyMatch(task -> task.text("taskArn").equals(taskArn));
        Json network = record.at("requestParameters").at("networkConfiguration").at("awsvpcConfiguration");
        return meant && network instanceof Json.Members
                ? Optional.of(new Start(
                        network.texts("securityGroups"),
                        network.text("assignPublicIp").equals("ENABLED")))
                : Optional.empty();
    }

    private static boolean names(Event event, String object) {
        return event.resources().isEmpty()
                || event.resources().stream().anyMatch(resource -> object.equals(resource.resourceName()));
    }

    /** Empty for what changed nothing: a read, a dry run or a request that was refused. */
    private static Optional<Made> change(Event event) {
        String name = needed(event.eventName(), LOOKUP);
        Json record = record(text(event.cloudTrailEvent()));
        boolean reading = "true".equals(event.readOnly())
                || record.isTrue("readOnly")
                || READS.stream().anyMatch(name::startsWith);
        return reading || !record.text("errorCode").isEmpty()
                ? Optional.empty()
                : Optional.of(new Made(
                        needed(event.eventId(), LOOKUP),
                        needed(event.eventTime(), LOOKUP),
                        Stream.of(record.at("userIdentity").text("arn"), text(event.username()), "unknown")
                                .filter(who -> !who.isEmpty())
                                .findFirst()
                                .orElse(""),
                        name));
    }

    /** The event as it was recorded, which alone says whether the request was refused. */
    private static Json record(String json) {
        try {
            return Json.parse(json.getBytes(UTF_8));
        } catch (IOException e) {
            throw new NoAnswer(NoAnswer.MALFORMED, LOOKUP, "");
        }
    }
}
