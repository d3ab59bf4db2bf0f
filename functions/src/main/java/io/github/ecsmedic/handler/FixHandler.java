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
import java.util.List;

/**
 * Runs every minute, with the one role that may change anything: carries on the fixes that are wanted or under way, and
 * tells what has become of them. It has its work from the ledger alone.
 */
public final class FixHandler implements RequestStreamHandler {
    private final Fixing fixing;
    private final PrintStream log;

    /** As Lambda makes it, wired from the function's environment. */
    public FixHandler() {
        this(Wiring.fixing(System.getenv()), System.out);
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
        List<Incident> changed = new Mender(ward, mending).work();
        Copied copied = new Copying(parts.ledger(), mending.audit()).all();
        List<Delivery> told = new Dispatcher(parts).send(sinks, budget.sending());
        log.println(line(context.getAwsRequestId(), changed, told, copied));
    }

    /** With what the second place of the audit lacks, and why. */
    static String line(String requestId, List<Incident> changed, List<Delivery> told, Copied audit) {
        return JsonText.object(json -> {
            boolean well = audit.lag() == 0 && told.stream().allMatch(Delivery::sent);
            json.writeStringField("level", well ? "INFO" : "ERROR");
            json.writeStringField("requestId", requestId);
            JsonText.list(json, "changed", changed, (out, incident) -> {
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
