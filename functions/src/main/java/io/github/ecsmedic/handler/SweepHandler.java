package io.github.ecsmedic.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.ecsmedic.handler.Wiring.Sweeping;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.notify.Sink;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs every five minutes: looks whether incidents are over, sends what is due, and measures how long the oldest message
 * has been waiting. What cannot be reached makes it throw, which an alarm sees.
 */
public final class SweepHandler implements RequestStreamHandler {
    /** The namespace of our metrics. */
    public static final String NAMESPACE = "ecs-medic";

    /** For how many seconds the oldest message has been waiting for its sink. */
    public static final String WAITING = "OldestUntoldSeconds";

    /** By which the metrics of two installations are told apart. */
    public static final String DIMENSION = "Function";

    private final Sweeping sweeping;
    private final String function;
    private final PrintStream log;

    /** As Lambda makes it, wired from the function's environment. */
    public SweepHandler() {
        this(
                Wiring.sweeping(System.getenv()),
                System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_NAME", ""),
                System.out);
    }

    SweepHandler(Sweeping sweeping, String function, PrintStream log) {
        this.sweeping = sweeping;
        this.function = function;
        this.log = log;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        Budget budget = Budget.of(context.getRemainingTimeInMillis());
        Parts parts = sweeping.parts();
        List<Sink> sinks = sweeping.outlets().open(new Deadline(budget.message()));
        List<Incident> changed = new Sweep(parts, sinks).observe(budget.diagnosis());
        List<Delivery> told = new Dispatcher(parts).send(sinks, budget.sending());
        log.println(line(
                context.getAwsRequestId(),
                changed,
                told,
                waiting(parts.ledger(), parts.clock().instant())));
    }

    private static long waiting(Ledger ledger, Instant now) {
        return ledger.waitingSince()
                .map(since -> Math.max(0, Duration.between(since, now).toSeconds()))
                .orElse(0L);
    }

    /** In the embedded metric format of CloudWatch. */
    private String line(String requestId, List<Incident> changed, List<Delivery> told, long waiting) {
        return JsonText.object(json -> {
            json.writeStringField("level", told.stream().allMatch(Delivery::sent) ? "INFO" : "ERROR");
            json.writeStringField("requestId", requestId);
            JsonText.list(json, "changed", changed, (out, incident) -> {
                out.writeStringField("incident", incident.id());
                out.writeStringField("state", incident.state().name());
            });
            LogLine.write(told, json);
            json.writeStringField(DIMENSION, function);
            json.writeNumberField(WAITING, waiting);
            json.writeObjectFieldStart("_aws");
            json.writeNumberField("Timestamp", sweeping.parts().clock().millis());
            JsonText.list(json, "CloudWatchMetrics", List.of(WAITING), (out, metric) -> {
                out.writeStringField("Namespace", NAMESPACE);
                out.writeArrayFieldStart("Dimensions");
                out.writeStartArray();
                out.writeString(DIMENSION);
                out.writeEndArray();
                out.writeEndArray();
                JsonText.list(out, "Metrics", List.of(metric), (one, name) -> {
                    one.writeStringField("Name", name);
                    one.writeStringField("Unit", "Seconds");
                });
            });
            json.writeEndObject();
        });
    }
}
