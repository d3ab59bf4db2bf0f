package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.installation.Names;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.treat.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works in what people asked for in Slack, each press once. */
public final class Requests {
    /** How the name of the queue ends in which only requests lie. */
    public static final String QUEUE = Names.REQUESTS;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ATTEMPTS = 20;

    private final Parts parts;
    private final Audience audience;

    Requests(Parts parts, List<? extends Sink> sinks) {
        this.parts = parts;
        this.audience = new Audience(sinks, parts.clock());
    }

    /** What becomes of the message. */
    Fate of(String body) {
        if (SlackRequest.newer(body)) {
            return new Fate.Returned("a request of a newer form: it is left to the version that wrote it");
        }
        Optional<SlackRequest> request = SlackRequest.read(body);
        if (request.isEmpty()) {
            return new Fate.Returned("no request of Slack");
        }
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<Fate> done = once(request.get());
                if (done.isPresent()) {
                    return done.get();
                }
            }
            return new Fate.Returned("the incident was changed by others " + ATTEMPTS + " times meanwhile");
        } catch (LedgerException e) {
            return new Fate.Returned("ledger: " + e.getMessage());
        }
    }

    /** Empty when somebody else was faster. */
    private Optional<Fate> once(SlackRequest request) {
        if (request.key()
                .oldBeside(parts.ledger().find(request.key(), List.of()).seenVersion(request.key()))) {
            return Optional.of(new Fate.Ignored("asked before"));
        }
        Optional<Incident> before = parts.ledger().incident(request.incident());
        if (before.isEmpty()) {
            return Optional.of(new Fate.Ignored("the incident is no longer kept"));
        }
        Incident after = changed(before.get(), request, parts.clock().instant());
        if (after.version() == before.get().version()) {
            return Optional.of(
                    new Fate.Ignored("it changes nothing: " + request.action().word()));
        }
        Change change = new Change(before.get().version(), after, Map.of());
        return parts.ledger()
                        .commit(new Commit(List.of(request.key()), List.of(change), audience.of(before.get(), after)))
                ? Optional.of(new Fate.Recorded(after, News.since(before.get(), after), Optional.empty()))
                : Optional.empty();
    }

    private Incident changed(Incident incident, SlackRequest request, Instant now) {
        return switch (request.action()) {
            case SNOOZE_1H -> snoozed(incident, request, HOUR, now);
            case SNOOZE_1D -> snoozed(incident, request, DAY, now);
            case NOT_USEFUL -> incident.notUseful(request.at(), request.user());
            case APPLY_FIX -> parts.wishes().allowed(incident, request.user().id(), request.plan(), request.at(), now);
        };
    }

    /** It counts from when the button was pressed: what waited in the queue for longer silences nothing. */
    private static Incident snoozed(Incident incident, SlackRequest request, Duration time, Instant now) {
        Instant pressed = request.at().isBefore(now) ? request.at() : now;
        Instant until = pressed.plus(time);
        return until.isAfter(now) ? incident.snoozed(until, request.user()) : incident;
    }
}
