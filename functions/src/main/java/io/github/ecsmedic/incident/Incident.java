package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One fault and all failures that come from it.
 *
 * @param version of this value, 1 at first; each change raises it by one
 * @param longestGap the longest time between two failures so far
 * @param diagnosis the surest so far, the newest of equally sure ones
 * @param past how it ended when the same fault was there before, newest first, of the last seven days
 * @param ending null while it is not over
 * @param feedback what people asked of it
 * @param treatments fixes that were wanted, oldest first
 * @param loops what one start of a member pulls, read once when it had failed so often that this costs something
 */
public record Incident(
        String id,
        Fingerprint fingerprint,
        long version,
        State state,
        Instant openedAt,
        Duration longestGap,
        List<Member> members,
        Diagnosis diagnosis,
        List<Ending> past,
        @Nullable Ending ending,
        Feedback feedback,
        List<Loop> loops,
        List<Treatment> treatments) {
    /** Without a failure for so long it is quiet. */
    public static final Duration QUIET_AFTER = Duration.ofMinutes(15);

    /** A service that was deployed anew has to run at its desired count for so long. */
    public static final Duration STEADY = Duration.ofMinutes(5);

    /** Without a new deployment it takes at least so long. */
    public static final Duration LONG_QUIET = Duration.ofMinutes(60);

    /** Or so many times the longest gap between two failures. */
    public static final int GAPS = 3;

    /** A family of one-off tasks that runs no more ends no later than so long after its last failure. */
    public static final Duration FORGOTTEN = Duration.ofDays(7);

    public Incident {
        members = List.copyOf(members);
        past = List.copyOf(past);
        loops = List.copyOf(loops);
        treatments = List.copyOf(treatments);
    }

    /** Where it stands in its life. */
    public enum State {
        OPEN,
        QUIET,
        RESOLVED
    }

    /** A new one; {@code sighting} has been diagnosed. */
    public static Incident open(
            String id, Fingerprint fingerprint, Sighting sighting, Diagnosis diagnosis, List<Ending> past) {
        return new Incident(
                id,
                fingerprint,
                1,
                State.OPEN,
                sighting.at(),
                Duration.ZERO,
                List.of(Member.first(sighting)),
                diagnosis,
                past,
                null,
                Feedback.NONE,
                List.of(),
                List.of());
    }

    /** With one sighting more. A failure that is older than the end does not open it again. */
    public Incident again(Sighting sighting) {
        Duration gap = Duration.between(lastSeen(), sighting.at());
        boolean late = ending != null && !sighting.at().isAfter(ending.at());
        return next(i -> {
            i.state = late ? state : State.OPEN;
            i.openedAt = sighting.at().isBefore(openedAt) ? sighting.at() : openedAt;
            i.longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
            i.members = with(sighting);
            i.diagnosis = sighting.diagnosis().filter(this::betters).orElse(diagnosis);
            i.ending = late ? ending : null;
            i.feedback = late ? feedback : feedback.stillFailing(sighting.at());
        });
    }

    /** The same, now known by its cause. */
    public Incident refined(Fingerprint byCause) {
        return with(i -> i.fingerprint = byCause);
    }

    /**
     * Before {@code until} nobody gets a new message about it unless its cause changes or it ends. One that is over is
     * not changed.
     */
    public Incident snoozed(Instant until, Person by) {
        return state == State.RESOLVED ? this : with(feedback.snoozed(new Feedback.Snooze(until, by)));
    }

    /** Somebody found its message of no use; counted once a person. */
    public Incident notUseful(Instant at, Person by) {
        return with(feedback.notUseful(new Feedback.Vote(at, by)));
    }

    /** Until when no new message is sent; null when it is not silenced. It passes when the fault is seen after it. */
    public @Nullable Instant snoozedUntil() {
        Feedback.Snooze snooze = feedback.snooze();
        return snooze == null ? null : snooze.until();
    }

    /**
     * What has become of it at {@code now}; the same value when nothing changed.
     *
     * @param health by scope; a member that is missing could not be looked at, an empty value is a service that is gone
     */
    public Incident observed(Map<String, Optional<Health>> health, Instant now) {
        if (state == State.RESOLVED || fingerprint.storm()) {
            return this;
        }
        List<Member> seen = members.stream()
                .map(m -> health.getOrDefault(m.scope(), Optional.empty())
                        .map(m::observed)
                        .orElse(m))
                .toList();
        Incident looked = with(i -> i.members = seen);
        Optional<Ending> end = treated() ? Optional.empty() : looked.end(health, now);
        State next = end.isPresent()
                ? State.RESOLVED
                : Duration.between(lastSeen(), now).compareTo(QUIET_AFTER) >= 0 ? State.QUIET : State.OPEN;
        Feedback after = end.isEmpty() && !looked.well() ? feedback.stillFailing(now) : feedback;
        return seen.equals(members) && next == state && after.equals(feedback)
                ? this
                : next(i -> {
                    i.state = next;
                    i.members = seen;
                    i.ending = end.orElse(null);
                    i.feedback = after;
                });
    }

    /** A one-off task of the family {@code scope} ended as it should. */
    public Incident endedWell(String scope, Instant at) {
        boolean over = state != State.RESOLVED
                && !treated()
                && members.size() == 1
                && members.getFirst().scope().equals(scope)
                && at.isAfter(lastSeen());
        return over
                ? next(i -> {
                    i.state = State.RESOLVED;
                    i.ending = new Ending(at, Ending.How.NEXT_RUN);
                })
                : this;
    }

    /** With what one start of some of its members pulls. */
    public Incident withLoops(List<Loop> read) {
        return next(i -> i.loops = read);
    }

    /** With what has become of a fix; a plan has one treatment. */
    public Incident treated(Treatment treatment) {
        List<Treatment> others = treatments.stream()
                .filter(t -> !t.plan().equals(treatment.plan()))
                .toList();
        return next(i -> i.treatments =
                Stream.concat(others.stream(), Stream.of(treatment)).toList());
    }

    /** Whether a fix is under way or not verified yet: it is not over before that is known. */
    public boolean treated() {
        return treatments.stream().anyMatch(Treatment::begun);
    }

    /** The treatment by this plan. */
    public Optional<Treatment> treatment(String plan) {
        return treatments.stream().filter(t -> t.plan().equals(plan)).findFirst();
    }

    /**
     * A storm: the services that it hit, each as it failed last.
     *
     * @param scopes when each failed last
     */
    public static Incident storm(String id, Instant since, Diagnosis told, Map<String, Instant> scopes) {
        Fingerprint there =
                new Fingerprint(told.subject().account(), told.subject().region(), "", "");
        return new Incident(
                id,
                Fingerprint.ofStorm(there),
                1,
                State.OPEN,
                since,
                Duration.ZERO,
                stormed(scopes),
                told,
                List.of(),
                null,
                Feedback.NONE,
                List.of(),
                List.of());
    }

    /** The storm as it is at {@code now}; the same value when nothing changed. */
    public Incident blowing(Diagnosis told, Map<String, Instant> scopes, Instant now) {
        List<Member> hit = stormed(scopes);
        Feedback after = feedback.stillFailing(now);
        return told.equals(diagnosis) && hit.equals(members) && after.equals(feedback)
                ? this
                : next(i -> {
                    i.members = hit;
                    i.diagnosis = told;
                    i.feedback = after;
                });
    }

    /** The storm is over. */
    public Incident calmed(Instant now) {
        return next(i -> {
            i.state = State.RESOLVED;
            i.ending = new Ending(now, Ending.How.CALMED);
        });
    }

    private static List<Member> stormed(Map<String, Instant> scopes) {
        return new TreeMap<>(scopes)
                .entrySet().stream()
                        .map(e -> Member.stormed(e.getKey(), e.getValue()))
                        .toList();
    }

    /** How many failures have been counted. */
    public int failures() {
        return members.stream().mapToInt(Member::failures).sum();
    }

    /** When the newest failure happened. */
    public Instant lastSeen() {
        return members.stream()
                .map(Member::lastSeen)
                .max(Comparator.naturalOrder())
                .orElse(openedAt);
    }

    private Incident with(Feedback asked) {
        return asked.equals(feedback) ? this : next(i -> i.feedback = asked);
    }

    private Incident next(Consumer<Draft> change) {
        return with(i -> {
            i.version++;
            change.accept(i);
        });
    }

    private Incident with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.made();
    }

    /** Whether all of it has been seen running as it should since the last failure. */
    public boolean well() {
        return members.stream().allMatch(member -> member.wellSince() != null);
    }

    private List<Member> with(Sighting sighting) {
        String scope = Fingerprint.scope(sighting.symptom().subject());
        List<Member> all = new ArrayList<>();
        boolean known = false;
        for (Member member : members) {
            boolean same = member.scope().equals(scope);
            known |= same;
            all.add(same ? member.again(sighting) : member);
        }
        if (!known) {
            all.add(Member.first(sighting));
        }
        return all;
    }

    private boolean betters(Diagnosis other) {
        return certainty(other).compareTo(certainty(diagnosis)) <= 0;
    }

    private static Certainty certainty(Diagnosis diagnosis) {
        return diagnosis.causes().isEmpty()
                ? Certainty.POSSIBLE
                : diagnosis.causes().getFirst().certainty();
    }

    private Optional<Ending> end(Map<String, Optional<Health>> health, Instant now) {
        List<Optional<Ending>> ways = members.stream()
                .map(m -> m.service()
                        ? Optional.ofNullable(health.get(m.scope())).flatMap(h -> way(m, h, now))
                        : unseen(m, now))
                .toList();
        return ways.stream().allMatch(Optional::isPresent)
                ? ways.stream().flatMap(Optional::stream).max(Comparator.comparing(Ending::how))
                : Optional.empty();
    }

    /** Nothing can be looked at: a host, a rule, a family of tasks, whose next run may be a week away. */
    private Optional<Ending> unseen(Member member, Instant now) {
        Duration quiet = Duration.between(member.lastSeen(), now);
        return quiet.compareTo(member.family() ? FORGOTTEN : longQuiet()) >= 0
                ? Optional.of(new Ending(now, Ending.How.NOT_SEEN))
                : Optional.empty();
    }

    private Duration longQuiet() {
        Duration needed = longestGap.multipliedBy(GAPS);
        return needed.compareTo(LONG_QUIET) > 0 ? needed : LONG_QUIET;
    }

    private Optional<Ending> way(Member member, Optional<Health> health, Instant now) {
        if (health.isEmpty()) {
            return Optional.of(new Ending(now, Ending.How.DELETED));
        }
        Health h = health.get();
        Instant since = member.wellSince();
        if (since == null) {
            return Optional.empty();
        }
        if (h.deployedAt() != null
                && h.deployedAt().isAfter(openedAt)
                && Duration.between(since, now).compareTo(STEADY) >= 0) {
            return Optional.of(new Ending(now, Ending.How.DEPLOYED, h.revision()));
        }
        Duration quiet = Duration.between(member.lastTrouble(), now);
        return quiet.compareTo(longQuiet()) >= 0
                ? Optional.of(new Ending(now, Ending.How.STAYED_WELL))
                : Optional.empty();
    }

    /** A copy in the making. */
    private static final class Draft {
        private final String id;
        private final List<Ending> past;
        private Fingerprint fingerprint;
        private long version;
        private State state;
        private Instant openedAt;
        private Duration longestGap;
        private List<Member> members;
        private Diagnosis diagnosis;
        private @Nullable Ending ending;
        private Feedback feedback;
        private List<Loop> loops;
        private List<Treatment> treatments;

        Draft(Incident i) {
            id = i.id;
            past = i.past;
            fingerprint = i.fingerprint;
            version = i.version;
            state = i.state;
            openedAt = i.openedAt;
            longestGap = i.longestGap;
            members = i.members;
            diagnosis = i.diagnosis;
            ending = i.ending;
            feedback = i.feedback;
            loops = i.loops;
            treatments = i.treatments;
        }

        Incident made() {
            return new Incident(
                    id,
                    fingerprint,
                    version,
                    state,
                    openedAt,
                    longestGap,
                    members,
                    diagnosis,
                    past,
                    ending,
                    feedback,
                    loops,
                    treatments);
        }
    }
}
