package io.github.ecsmedic.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.ecsmedic.account.Clusters;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.handler.Wiring.Sweeping;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.treat.Deadline;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs every five minutes: looks for what no event told, and whether incidents are over, sends what is due, and measures
 * how long the oldest message has been waiting. What cannot be reached makes it throw, which an alarm sees.
 */
public final class SweepHandler implements RequestStreamHandler {
    /** What it reads of the account. */
    public static final Set<String> READS = reads();

    private final Sweeping sweeping;
    private final String function;
    private final PrintStream log;

    /** As Lambda makes it, wired from the function's environment. */
    public SweepHandler() {
        this(Wiring.ofProcess());
    }

    SweepHandler(Wiring wiring) {
        this(wiring.sweeping(), wiring.function(), wiring.log());
        wiring.warmUp(
                other -> new SweepHandler(other.sweeping(), other.function(), other.log()), _ -> "{}", Duration.ZERO);
    }

    SweepHandler(Sweeping sweeping, String function, PrintStream log) {
        this.sweeping = sweeping;
        this.function = function;
        this.log = log;
    }

    private static Set<String> reads() {
        Set<String> reads = new TreeSet<>(Catalogue.full().readActions());
        reads.addAll(Clusters.ACTIONS);
        reads.addAll(Loops.ACTIONS);
        return Collections.unmodifiableSet(reads);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        Budget budget = Budget.of(context.getRemainingTimeInMillis());
        Parts parts = sweeping.parts();
        List<Sink> sinks = sweeping.outlets().open(new Deadline(budget.message()));
        Deadline time = new Deadline(budget.intake());
        Deadline end = new Deadline(budget.message());
        Tour.Views sight = new Tour(parts, sweeping.watch(), sinks).of(sweeping.places(), budget.diagnosis(), time);
        List<Incident> changed = new Sweep(parts, sinks).observe(budget.diagnosis(), sight.sights());
        new Loops(parts, sinks).read(budget.diagnosis());
        List<Delivery> told = new ArrayList<>(new Dispatcher(parts).send(sinks, budget.sending()));
        told.addAll(new Unrecognised(parts).keep(sight.fates()));
        sweeping.digests()
                .ifPresent(digests -> told.addAll(digests.send(parts, sinks, least(budget.sending(), end.left()))));
        Metrics metrics = new Metrics(function, parts.clock().millis());
        sight.fates().forEach(metrics::fate);
        changed.forEach(incident -> metrics.news(news(incident)));
        metrics.told(told);
        metrics.add(Metric.UNTOLD, waiting(parts.ledger(), parts.clock().instant()));
        metrics.add(Metric.NOT_LOOKED_AT, sight.missed().size());
        metrics.add(Metric.HEARTBEAT, 1);
        log.println(line(context.getAwsRequestId(), sight, changed, told, metrics));
        metrics.lines().forEach(log::println);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static News news(Incident changed) {
        return switch (changed.state()) {
            case RESOLVED -> News.RESOLVED;
            case QUIET -> News.QUIET;
            case OPEN -> News.CHANGED;
        };
    }

    private static long waiting(Ledger ledger, Instant now) {
        return ledger.waitingSince()
                .map(since -> Math.max(0, Duration.between(since, now).toSeconds()))
                .orElse(0L);
    }

    private static String line(
            String requestId, Tour.Views sight, List<Incident> changed, List<Delivery> told, Metrics metrics) {
        return JsonText.object(json -> {
            boolean fine =
                    told.stream().allMatch(Delivery::sent) && sight.missed().isEmpty();
            json.writeStringField("level", fine ? "INFO" : "ERROR");
            json.writeStringField("requestId", requestId);
            JsonText.list(json, "changed", changed, (out, incident) -> {
                out.writeStringField("incident", incident.id());
                out.writeStringField("state", incident.state().name());
            });
            json.writeNumberField("services", sight.services());
            json.writeNumberField("described", sight.described());
            json.writeNumberField("apiCalls", sight.calls());
            JsonText.texts(json, "notLookedAt", sight.missed());
            JsonText.list(json, "found", sight.fates(), (out, fate) -> LogLine.write(fate, out));
            LogLine.write(told, json);
            metrics.write(json);
        });
    }
}
