package io.github.ecsmedic.treat;

import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Held;
import io.github.ecsmedic.incident.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Carries fixes on that are wanted or under way: in each account and region by one worker at a time. */
public record Mender(Ward ward, Mending mending) {
    /** Longer than a worker lives, with a request that is still on its way when it dies. */
    public static final Duration LEASE = Duration.ofMinutes(3);

    /** Everything that can be done now; the incidents that changed by it. */
    public List<Incident> work() {
        return open().stream().flatMap(incident -> carryOn(incident).stream()).toList();
    }

    /** The incidents that have a fix that is not over. */
    public List<Incident> open() {
        return ward.ledger().living().stream()
                .filter(incident ->
                        incident.treatments().stream().anyMatch(t -> !t.state().over()))
                .toList();
    }

    /** All that can be done now for one of them; empty when nothing changed. */
    public Optional<Incident> carryOn(Incident incident) {
        return incident.treatments().stream()
                .filter(treatment -> !treatment.state().over())
                .flatMap(treatment -> carryOn(incident, treatment).stream())
                .reduce((_, last) -> last);
    }

    /** Empty when nothing changed, or when somebody else works there. */
    private Optional<Incident> carryOn(Incident incident, Treatment treatment) {
        Ledger ledger = ward.ledger();
        Held held = new Held(lease(incident.fingerprint()), ward.worker());
        Instant now = ward.clock().instant();
        if (!ledger.hold(held.name(), held.owner(), now, now.plus(LEASE))) {
            return Optional.empty();
        }
        try {
            return new Care(ward, mending, held).carryOn(incident.id(), treatment.plan());
        } finally {
            ledger.release(held.name(), held.owner());
        }
    }

    private static String lease(Fingerprint of) {
        return "fix/" + of.place();
    }
}
