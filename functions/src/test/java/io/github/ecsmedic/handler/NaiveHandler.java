package io.github.ecsmedic.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.aws.EagerClients;
import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.notify.MessageOptions;
import io.github.ecsmedic.notify.SnsSink;
import io.github.ecsmedic.store.TableLedger;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The benchmark's peer: our own engine behind a handler as one would first write it. The event is a class of Lambda's
 * library, everything is built in the constructor, nothing runs ahead of the first event.
 */
public final class NaiveHandler implements RequestHandler<ScheduledEvent, String> {
    private final BatchWork work;

    public NaiveHandler() {
        Settings settings = Settings.read(System.getenv());
        EagerClients clients = new EagerClients(System.getenv("AWS_REGION"));
        Clock clock = Clock.systemUTC();
        Parts parts = new Parts(
                Wiring.engine(Catalogue.full().diagnoser()),
                (place, budget) -> clients.account(budget),
                new TableLedger(clients.table(settings.table()), clock),
                clock,
                () -> UUID.randomUUID().toString(),
                true);
        SnsSink sns = new SnsSink(
                (subject, message, attributes) -> clients.publish(settings.topicArn(), subject, message, attributes),
                new MessageOptions(true, false, settings.members().titles()));
        work = new BatchWork(parts, budget -> List.of(sns));
    }

    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
        BatchWork.Result result = work.of(
                List.of(new QueuedMessage(event.getId(), "ecs-medic-events", text(event), 1)),
                Budget.of(context.getRemainingTimeInMillis()));
        System.out.println(LogLine.of(context.getAwsRequestId(), result, 0, new Metrics("", 0)));
        return "done";
    }

    /** The event once more, for our engine reads it as AWS sends it. */
    private static String text(ScheduledEvent event) {
        return JsonText.object(json -> {
            json.writeStringField("version", "0");
            json.writeStringField("id", event.getId());
            json.writeStringField("detail-type", event.getDetailType());
            json.writeStringField("source", event.getSource());
            json.writeStringField("account", event.getAccount());
            json.writeStringField("time", event.getTime().toString());
            json.writeStringField("region", event.getRegion());
            JsonText.texts(json, "resources", event.getResources());
            json.writeFieldName("detail");
            write(json, event.getDetail());
        });
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    write(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object one : list) {
                    write(json, one);
                }
                json.writeEndArray();
            }
            case Number number -> json.writeNumber(number.toString());
            case Boolean flag -> json.writeBoolean(flag);
            case null -> json.writeNull();
            default -> json.writeString(value.toString());
        }
    }
}
