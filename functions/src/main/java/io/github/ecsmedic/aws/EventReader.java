package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import io.github.ecsmedic.model.Arn;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what EventBridge and Amazon SQS send. No content makes it throw; what is not for us is Ignored. */
public final class EventReader {
    /** The reason for which a text that is no JSON is ignored. */
    public static final String NO_JSON = "no JSON";

    private static final int LONGEST_EVENT = 1024 * 1024;
    private static final int QUOTED = 80;

    private EventReader() {}

    /** An event as text. */
    public static EcsEvent read(String json) {
        return read(json.getBytes(UTF_8));
    }

    /** An event as it came. */
    public static EcsEvent read(byte[] json) {
        if (json.length > LONGEST_EVENT) {
            return new EcsEvent.Ignored("longer than any event: " + json.length + " bytes");
        }
        try {
            return read(Json.parse(json));
        } catch (IOException e) {
            return new EcsEvent.Ignored(NO_JSON);
        }
    }

    /** The batch that Lambda hands over; throws when it is none, so that all of it comes back. */
    public static List<QueuedMessage> readQueue(InputStream batch) throws IOException {
        Json json = Json.parseBatch(batch);
        if (!(json.at("Records") instanceof Json.Items records)) {
            throw new IOException("no batch of Amazon SQS: it has no Records");
        }
        return records.values().stream()
                .map(r -> new QueuedMessage(
                        r.text("messageId"),
                        r.text("eventSourceARN"),
                        r.text("body"),
                        requireNonNullElse(r.at("attributes").integer("ApproximateReceiveCount"), 0)))
                .toList();
    }

    private static EcsEvent read(Json event) {
        String source = event.text("source");
        String type = event.text("detail-type");
        if (!source.equals("aws.ecs") && !source.equals("aws.health")) {
            return ignored(source.isEmpty() ? "no event of EventBridge: it has no source" : "foreign source", source);
        }
        if (!(event.at("detail") instanceof Json.Members detail)) {
            return new EcsEvent.Ignored("an event without detail");
        }
        List<Arn> arns = arns(event.at("resources"), detail);
        Envelope envelope = envelope(event, arns);
        Optional<Arn> stranger =
                arns.stream().filter(arn -> !belongs(arn, envelope)).findFirst();
        if (stranger.isPresent()) {
            return ignored(
                    "account or region differ between the event and",
                    stranger.get().toString());
        }
        return source.equals("aws.health") ? health(type, envelope, detail) : ecs(type, envelope, detail);
    }

    private static EcsEvent ecs(String type, Envelope envelope, Json detail) {
        return switch (type) {
            case "ECS Task State Change" -> new EcsEvent.TaskStateChange(envelope, TaskJson.read(detail));
            case "ECS Service Action" -> EventDetails.serviceAction(envelope, detail);
            case "ECS Deployment State Change" -> EventDetails.deployment(envelope, detail);
            case "ECS Container Instance State Change" -> EventDetails.instance(envelope, detail);
            case "ECS Container Instance Health Change" -> EventDetails.instanceHealth(envelope, detail);
            case "ECS Hook State Change" -> EventDetails.hook(envelope, detail);
            case "ECS Daemon Service Action" -> EventDetails.daemonAction(envelope, detail);
            case "ECS Daemon Deployment State Change" -> EventDetails.daemonDeployment(envelope, detail);
            default -> ignored("unknown detail-type", type);
        };
    }

    private static EcsEvent health(String type, Envelope envelope, Json detail) {
        if (!type.equals("AWS Health Event")) {
            return ignored("unknown detail-type", type);
        }
        String service = detail.text("service");
        return service.equals("ECS")
                ? EventDetails.health(envelope, detail)
                : ignored("a health event about another service", service);
    }

    /** Every ARN of ECS that names whose event this is. */
    private static List<Arn> arns(Json resources, Json.Members detail) {
        List<Json> named = new ArrayList<>(resources.items());
        for (Map.Entry<String, Json> member : detail.values().entrySet()) {
            if (member.getKey().endsWith("Arn") || member.getKey().endsWith("Arns")) {
                named.addAll(member.getValue().items());
            }
        }
        return named.stream()
                .flatMap(json -> Arn.parse(json.text()).stream())
                .filter(arn -> arn.service().equals("ecs"))
                .toList();
    }

    /** Account and region are those of the first ARN where the envelope lacks them. */
    private static Envelope envelope(Json event, List<Arn> arns) {
        String account = event.text("account");
        String region = event.text("region");
        return new Envelope(
                event.text("id"),
                event.text("detail-type"),
                event.text("source"),
                account.isEmpty() ? arns.stream().map(Arn::account).findFirst().orElse("") : account,
                region.isEmpty() ? arns.stream().map(Arn::region).findFirst().orElse("") : region,
                event.time("time"),
                event.texts("resources"));
    }

    /** Health events are also sent to a second region, so only their account tells. */
    private static boolean belongs(Arn arn, Envelope envelope) {
        return arn.account().equals(envelope.account())
                && (arn.region().equals(envelope.region()) || envelope.source().equals("aws.health"));
    }

    private static EcsEvent.Ignored ignored(String why, String quoted) {
        if (quoted.isEmpty()) {
            return new EcsEvent.Ignored(why);
        }
        StringBuilder shown = new StringBuilder(why).append(": ");
        quoted.codePoints()
                .limit(QUOTED)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(shown::appendCodePoint);
        return new EcsEvent.Ignored(shown.toString());
    }
}
