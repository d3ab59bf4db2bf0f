package io.github.ecsmedic.mend;

import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one look shows after a fix was done.
 *
 * @param treatment in state {@link State#ACTED}
 * @param incident with the failures that were seen since
 */
public record Aftermath(Plan plan, Treatment treatment, Incident incident, Live live, Instant now) {
    /** A failure of a task whose start is not known is a new one only after so long: it may have started before. */
    static final Duration TAKES = Duration.ofMinutes(10);

    /** A request whose answer was lost may be known to be done so much later. */
    private static final Duration ANSWER = Duration.ofMinutes(15);

    /** A service that was deleted is still described for a while. */
    private static final Set<String> GONE = Set.of("DRAINING", "INACTIVE");

    /** The clocks of ECS and of the function differ by no more. */
    static final Duration CLOCKS = Duration.ofSeconds(5);

    private static final String WENT_BACK = "ROLLBACK_";
    private static final String SUCCEEDED = "ROLLBACK_SUCCESSFUL";
    private static final String FAILED = "ROLLBACK_FAILED";

    /** The treatment after this look: still {@link State#ACTED} while it is too early to say. */
    public Treatment judged() {
        if (plan.subject().service().isEmpty()) {
            return lone();
        }
        if (!(live.service() instanceof Answer.Known<Optional<Service>>(Optional<Service> found, String _))) {
            return verdict(treatment, Optional.empty());
        }
        if (found.filter(service -> !GONE.contains(service.status())).isEmpty()) {
            return treatment.to(State.UNVERIFIED, "the service is gone", now);
        }
        Service service = found.get();
        if (!failed(service) && replaced(service)) {
            return treatment.to(State.UNVERIFIED, "somebody else deployed the service meanwhile", now);
        }
        return verdict(treatment.seenWell(wellSince(service)), found);
    }

    /** A task of no service: it runs, or it has ended well. */
    private Treatment lone() {
        Answer<String> value = live.values().get(plan.requests().getLast());
        String state =
                value instanceof Answer.Known<String>(String is, String _) ? is.substring(is.indexOf(' ') + 1) : "";
        return switch (state) {
            case "RUNNING" -> treatment.to(State.FIXED, "the task that it started runs", now);
            case "STOPPED 0" -> treatment.to(State.FIXED, "the task that it started ended well", now);
            case "STOPPED" -> treatment.to(State.NOT_FIXED, "the task that it started failed too", now);
            default ->
                Duration.between(treatment.at(), now).compareTo(Verdict.WINDOW) < 0
                        ? treatment
                        : treatment.to(State.UNVERIFIED, "what became of the task that it started is not known", now);
        };
    }

    private Treatment verdict(Treatment looked, Optional<Service> service) {
        Verdict verdict = Verdict.of(
                new Verdict.Seen(
                        deploys(),
                        service.filter(this::completed).map(_ -> now).orElse(null),
                        service.filter(this::failed).isPresent(),
                        service.filter(this::deploying).isPresent(),
                        failedAgain(),
                        service.isEmpty() ? null : looked.wellSince(),
                        service.isPresent()),
                treatment.at(),
                now);
        return verdict.state() == State.ACTED ? looked : looked.to(verdict.state(), verdict.why(), now);
    }

    /**
     * Since the first look of those that all found it well; what was seen before the fix does not count, nor what the
     * tasks of before did while its deployment was under way.
     */
    private @Nullable Instant wellSince(Service service) {
        if (deploys() && !completed(service)) {
            return null;
        }
        if (service.desired() <= 0 || service.running() != service.desired() || service.pending() > 0) {
            return null;
        }
        Instant since = treatment.wellSince();
        return since == null || incident.lastSeen().isAfter(since) ? now : since;
    }

    /** When a task that was started after the fix failed last. */
    private @Nullable Instant failedAgain() {
        return incident.members().stream()
                .filter(m -> afterwards(m, treatment.at()))
                .map(Member::lastSeen)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean afterwards(Member m, Instant done) {
        Instant start = m.lastStart();
        return start == null ? m.lastSeen().isAfter(done.plus(TAKES)) : start.isAfter(done);
    }

    private boolean deploys() {
        return stop().isPresent() || plan.requests().stream().anyMatch(Request::deploys);
    }

    private boolean completed(Service service) {
        return stop().isPresent()
                ? status(stop().get()).equals(SUCCEEDED)
                : ours(service)
                        .filter(d -> d.rolloutState().equals("COMPLETED"))
                        .isPresent();
    }

    private boolean failed(Service service) {
        return stop().isPresent()
                ? status(stop().get()).equals(FAILED)
                : deploys()
                        && (wentBack()
                                || ours(service)
                                        .filter(d -> d.rolloutState().equals("FAILED"))
                                        .isPresent());
    }

    /** ECS has ended the deployment that the fix began, and the service no longer shows it. */
    private boolean wentBack() {
        return live.deployments() instanceof Answer.Known<List<Listed>>(List<Listed> all, String _)
                && all.stream()
                        .filter(d -> begunThen(d.createdAt()))
                        .findFirst()
                        .filter(d -> d.status().startsWith(WENT_BACK))
                        .isPresent();
    }

    /** By the clock of ECS. */
    private boolean begunThen(@Nullable Instant created) {
        return created != null
                && !created.isBefore(treatment.at().minus(ANSWER))
                && !created.isAfter(treatment.at().plus(CLOCKS));
    }

    private boolean deploying(Service service) {
        return stop().isPresent()
                ? !status(stop().get()).isEmpty() && !ServiceGuards.ENDED.contains(status(stop().get()))
                : deploys()
                        && ours(service)
                                .filter(d -> d.rolloutState().equals("IN_PROGRESS"))
                                .isPresent();
    }

    /** Whether another deployment than those that we know of is the service's newest: ours may not be shown at once. */
    private boolean replaced(Service service) {
        if (stop().isPresent()) {
            return listed().stream()
                    .anyMatch(d -> d.createdAt() != null && d.createdAt().isAfter(treatment.at()));
        }
        String mine = ours(service).map(Service.Deployment::id).orElse("");
        return service.deployments().stream()
                .filter(d -> d.status().equals("PRIMARY") && !d.id().equals(mine))
                .anyMatch(d -> !deploys() || !d.id().equals(plan.deployment()));
    }

    /** The deployment that the fix began, or the one that it left as it was. */
    private Optional<Service.Deployment> ours(Service service) {
        if (treatment.started().isEmpty() && deploys()) {
            return service.deployments().stream().filter(this::begunThen).findFirst();
        }
        String id = treatment.started().isEmpty()
                ? plan.deployment()
                : treatment.started().getLast();
        return service.deployments().stream().filter(d -> d.id().equals(id)).findFirst();
    }

    /** Its id is not known where the answer was lost. */
    private boolean begunThen(Service.Deployment d) {
        return !d.id().equals(plan.deployment())
                && d.createdAt() != null
                && !d.createdAt().isBefore(treatment.at().minus(ANSWER));
    }

    private Optional<DeploymentStop> stop() {
        return ServiceGuards.stop(plan);
    }

    private String status(DeploymentStop stop) {
        return listed().stream()
                .filter(d -> d.arn().equals(stop.deployment()))
                .map(Listed::status)
                .findFirst()
                .orElse("");
    }

    private List<Listed> listed() {
        return live.deployments() instanceof Answer.Known<List<Listed>>(List<Listed> all, String _) ? all : List.of();
    }
}
