package io.github.ecsmedic.treat;

import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Deed;
import io.github.ecsmedic.incident.Ledger.Held;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries fixes on that are wanted or under way: in each account and region by one worker at a time. */
public record Mender(Ward ward, Mending mending) {
    /** Longer than a worker lives, with a request that is still on its way when it dies. */
    public static final Duration LEASE = Duration.ofMinutes(3);

    /** Everything that can be done now; the incidents that changed by it. */
    public List<Incident> work() {
        return open().stream().flatMap(incident -> carryOn(incident).stream()).toList();
    }

    /** The incidents that have a fix that is not over; of those that are over themselves the ones with one to take back. */
    public List<Incident> open() {
        Stream<Incident> living = ward.ledger().living().stream()
                .filter(incident ->
                        incident.treatments().stream().anyMatch(t -> !t.state().over()));
        Stream<Incident> over = ward.ledger().actions().stream()
                .filter(Action::pending)
                .map(Action::incident)
                .distinct()
                .flatMap(id -> ward.ledger().incident(id).stream())
                .filter(incident -> incident.ending() != null
                        && incident.treatments().stream().anyMatch(t -> t.state() == State.UNDOING));
        return Stream.concat(living, over).toList();
    }

    /** All that can be done now for one of them; empty when nothing changed. */
    public Optional<Incident> carryOn(Incident incident) {
        return incident.treatments().stream()
                .filter(treatment -> !treatment.state().over())
                .flatMap(treatment -> carryOn(incident, treatment).stream())
                .reduce((_, last) -> last);
    }

    /**
     * Stores the wish together with {@code change}, whose incident it is about, and carries it out as far as it goes now.
     * Empty when somebody else works in its account and region, or has changed the incident meanwhile: then nothing was
     * done.
     *
     * @param before the incident as it is stored; null for a new one
     */
    public Optional<Incident> begin(@Nullable Incident before, Change change, Treatment wish) {
        return holding(
                change.to().fingerprint(),
                held -> stored(before, change, wish, new Deed(List.of(), Optional.of(held)))
                        .map(wanted -> new Care(ward, mending, held)
                                .carryOn(wanted.id(), wish.plan())
                                .orElse(wanted)));
    }

    /** The same, for another worker to carry out. Empty when the incident was changed meanwhile. */
    public Optional<Incident> leave(@Nullable Incident before, Change change, Treatment wish) {
        return stored(before, change, wish, Deed.NONE);
    }

    /** Stores that a person wants {@code recalled} taken back, for another worker; empty as above. */
    public Optional<Incident> recall(Incident before, Treatment recalled) {
        String id = recalled.id(before.id());
        List<Action> pending = ward.ledger().actions().stream()
                .filter(action -> action.id().equals(id))
                .map(action -> action.with(Outcome.PENDING))
                .toList();
        return stored(
                before, new Change(before.version(), before, Map.of()), recalled, new Deed(pending, Optional.empty()));
    }

    private Optional<Incident> stored(@Nullable Incident before, Change change, Treatment wish, Deed deed) {
        Incident wanted = change.to().treated(wish);
        Commit commit = new Commit(
                List.of(),
                List.of(new Change(change.from(), wanted, change.under())),
                ward.audience().of(before, wanted),
                List.of(),
                deed);
        if (!ward.ledger().commit(commit)) {
            return Optional.empty();
        }
        ward.witness().accept(wish);
        return Optional.of(wanted);
    }

    /** Empty when nothing changed, or when somebody else works there. */
    private Optional<Incident> carryOn(Incident incident, Treatment treatment) {
        return holding(
                incident.fingerprint(), held -> new Care(ward, mending, held).carryOn(incident.id(), treatment.plan()));
    }

    private Optional<Incident> holding(Fingerprint there, Function<Held, Optional<Incident>> work) {
        Ledger ledger = ward.ledger();
        Held held = new Held(lease(there), ward.worker());
        Instant now = ward.clock().instant();
        if (!ledger.hold(held.name(), held.owner(), now, now.plus(LEASE))) {
            return Optional.empty();
        }
        try {
            return work.apply(held);
        } finally {
            ledger.release(held.name(), held.owner());
        }
    }

    private static String lease(Fingerprint of) {
        return "fix/" + of.place();
    }
}
