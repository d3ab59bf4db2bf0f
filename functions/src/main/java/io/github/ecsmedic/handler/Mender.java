package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Held;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.TimeBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries fixes on that are wanted or under way: in each account and region by one worker at a time. */
final class Mender {
    /** Longer than a worker lives, with a request that is still on its way when it dies. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private final Parts parts;
    private final Audience audience;
    private final Mending mending;
    private final TimeBudget left;
    private final String owner;

    Mender(Parts parts, List<? extends Sink> sinks, Mending mending, TimeBudget left) {
        this.parts = parts;
        this.audience = new Audience(sinks, parts.clock());
        this.mending = mending;
        this.left = left;
        this.owner = parts.ids().get();
    }

    /** Everything that can be done now; the incidents that changed by it. */
    List<Incident> work() {
        Map<String, Incident> changed = new LinkedHashMap<>();
        for (Incident incident : parts.ledger().living()) {
            for (Treatment treatment : incident.treatments()) {
                if (!treatment.state().over()) {
                    carryOn(incident, treatment).ifPresent(now -> changed.put(now.id(), now));
                }
            }
        }
        return List.copyOf(changed.values());
    }

    /** Empty when nothing changed, or when somebody else works there. */
    private Optional<Incident> carryOn(Incident incident, Treatment treatment) {
        Ledger ledger = parts.ledger();
        Held held = new Held(lease(incident.fingerprint()), owner);
        Instant now = parts.clock().instant();
        if (!ledger.hold(held.name(), owner, now, now.plus(LEASE))) {
            return Optional.empty();
        }
        try {
            return new Care(parts, audience, mending, held, left).carryOn(incident.id(), treatment.plan());
        } finally {
            ledger.release(held.name(), owner);
        }
    }

    private static String lease(Fingerprint of) {
        return "fix/" + of.place();
    }
}
