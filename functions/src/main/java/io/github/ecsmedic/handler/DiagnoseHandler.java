package io.github.ecsmedic.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.aws.Rehearsal;
import io.github.ecsmedic.handler.BatchWork.Done;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes batches of EventBridge events from SQS, diagnoses what is new, records it, and tells the sinks what is due.
 *
 * <p>It answers with the ids of the messages that must come back ({@code ReportBatchItemFailures}): those that hold no
 * JSON, those on which it broke or ran out of time, those that could not be recorded. What no sink took is kept in the
 * ledger and sent later.
 */
public final class DiagnoseHandler implements RequestStreamHandler {
    private static final JsonFactory JSON = new JsonFactory();

    /** So long that the first event takes hardly more than a later one; docs/performance.md has the figures. */
    private static final Duration PRACTICE = Duration.ofMillis(100);

    private final BatchWork work;
    private final String function;
    private final PrintStream log;

    /** As Lambda makes it, wired from the function's environment. */
    public DiagnoseHandler() {
        this(Wiring.ofProcess());
    }

    DiagnoseHandler(Wiring wiring) {
        this(wiring.work(), wiring.function(), wiring.log());
        wiring.warmUp(
                other -> new DiagnoseHandler(other.work(), other.function(), other.log()), Rehearsal::batch, PRACTICE);
    }

    DiagnoseHandler(BatchWork work, String function, PrintStream log) {
        this.work = work;
        this.function = function;
        this.log = log;
    }

    @Override
    public void handleRequest(InputStream batch, OutputStream answer, Context context) throws IOException {
        long started = System.nanoTime();
        BatchWork.Result result = work.of(EventReader.readQueue(batch), Budget.of(context.getRemainingTimeInMillis()));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        Metrics metrics = new Metrics(function, System.currentTimeMillis());
        metrics.batch(result);
        log.println(LogLine.of(context.getAwsRequestId(), result, millis, metrics));
        metrics.lines().forEach(log::println);
        answer(result.done(), answer);
    }

    private static void answer(List<Done> done, OutputStream answer) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(answer)) {
            json.writeStartObject();
            json.writeArrayFieldStart("batchItemFailures");
            for (Done one : done) {
                if (one.fate().back()) {
                    json.writeStartObject();
                    json.writeStringField("itemIdentifier", one.id());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
