package io.github.ecsmedic.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.handler.Wiring.Fixing;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Copying;
import io.github.ecsmedic.treat.Copying.Copied;
import io.github.ecsmedic.treat.Deadline;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;

/**
 * Runs every minute, with the one role that may change anything: carries on the fixes that are wanted or under way, and
 * tells what has become of them. It has its work from the ledger alone, whatever the event says. What fails of one
 * incident keeps no other from being worked on; then the function fails as well, which an alarm sees.
 */
public final class FixHandler implements RequestStreamHandler {
    private final Fixing fixing;
    private final PrintStream log;

    /** As Lambda makes it, wired from the function's environment. */
    public FixHandler() {
        this(Wiring.ofProcess());
    }

    FixHandler(Wiring wiring) {
        this(wiring.fixing(), wiring.log());
        wiring.warmUp(other -> new FixHandler(other.fixing(), other.log()), _ -> "{}", Duration.ZERO);
    }

    FixHandler(Fixing fixing, PrintStream log) {
        this.fixing = fixing;
        this.log = log;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        Budget budget = Budget.of(context.getRemainingTimeInMillis());
        Parts parts = fixing.parts();
        List<Sink> sinks = fixing.outlets().open(new Deadline(budget.message()));
        String account =
                Arn.parse(context.getInvokedFunctionArn()).map(Arn::account).orElse("");
        Mending mending = fixing.mending().apply(account);
        Ward ward = new Ward(
                parts.ledger(),
                new Audience(sinks, parts.clock()),
                new Deadline(budget.intake()),
                parts.ids().get());
        Work work = work(new Mender(ward, mending));
        Copied copied = new Copying(parts.ledger(), mending.audit()).all();
        List<Delivery> told = new Dispatcher(parts).send(sinks, budget.sending());
        log.println(line(context.getAwsRequestId(), work, told, copied));
        if (!work.failed().isEmpty()) {
            throw new IllegalStateException("fixes that could not be carried on, of "
                    + String.join(", ", work.failed().keySet()));
        }
    }

    /** What was done; {@code failed} is why, by incident. */
    record Work(List<Incident> changed, Map<String, String> failed) {}

    private Work work(Mender mender) {
        List<Incident> changed = new ArrayList<>();
        Map<String, String> failed = new TreeMap<>();
        for (Incident incident : mender.open()) {
            Future<Optional<Incident>> done = fixing.parts()
                    .sideBySide()
                    .<Optional<Incident>>run(
                            List.of(() -> mender.carryOn(incident)),
                            mender.ward().left().left())
                    .getFirst();
            if (done.state() == Future.State.SUCCESS) {
                done.resultNow().ifPresent(changed::add);
            } else {
                failed.put(incident.id(), fault(done));
            }
        }
        return new Work(changed, failed);
    }

    private static String fault(Future<?> failed) {
        return failed.state() == Future.State.FAILED
                ? SideBySide.fault(failed.exceptionNow())
                : "time: it did not end within the invocation";
    }

    /** With what the second place of the audit lacks, and why. */
    static String line(String requestId, Work work, List<Delivery> told, Copied audit) {
        return JsonText.object(json -> {
            boolean well =
                    work.failed().isEmpty() && audit.lag() == 0 && told.stream().allMatch(Delivery::sent);
            json.writeStringField("level", well ? "INFO" : "ERROR");
            json.writeStringField("requestId", requestId);
            JsonText.list(json, "failed", List.copyOf(work.failed().entrySet()), (out, one) -> {
                out.writeStringField("incident", one.getKey());
                out.writeStringField("fault", one.getValue());
            });
            JsonText.list(json, "changed", work.changed(), (out, incident) -> {
                out.writeStringField("incident", incident.id());
                JsonText.list(out, "fixes", incident.treatments(), FixHandler::fix);
            });
            json.writeNumberField("auditLag", audit.lag());
            JsonText.texts(json, "auditFaults", audit.faults());
            LogLine.write(told, json);
        });
    }

    private static void fix(JsonGenerator json, Treatment t) throws IOException {
        json.writeStringField("fix", t.fix());
        json.writeStringField("plan", t.plan());
        json.writeStringField("state", t.state().name());
    }
}
