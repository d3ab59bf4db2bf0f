package io.github.ecsmedic.ecs;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends deployments: by the circuit breaker, by a request, by a newer one; and leads the service back. */
final class Breaker {
    private static final String BROKEN = "ECS deployment circuit breaker: tasks failed to start.";
    private static final String NO_CANDIDATE = "No rollback candidate was found to run the rollback.";

    private final FakeService service;
    private final Agenda agenda;
    private final Log log;
    private @Nullable Rolled primary;
    private @Nullable Rolled leaving;

    Breaker(FakeService service, Agenda agenda, Log log) {
        this.service = service;
        this.agenda = agenda;
        this.log = log;
    }

    Optional<Rolled> primary() {
        return Optional.ofNullable(primary);
    }

    void primary(Rolled next) {
        primary = next;
    }

    /** A newer deployment begins: the one that is under way is stopped, also one that goes back. */
    void supersede() {
        Rolled now = leaving == null ? service.primary() : leaving;
        leaving = null;
        if (!now.status().over()) {
            now.to(Status.STOP_REQUESTED);
            agenda.in(Pace.TAKEN_UP, () -> {
                now.to(Status.STOPPED);
                now.reason = "Service deployment stopped because of a new deployment";
            });
        }
    }

    void failed(Rolled of) {
        of.failed++;
        boolean counted = of.rollout.equals("IN_PROGRESS") && service.primary() == of;
        if (!counted
                || !service.settings().breaker()
                || of.failed < Pace.threshold(service.settings().desired())) {
            return;
        }
        of.rollout = "FAILED";
        log.says("(deployment " + of.id() + ") deployment failed: tasks failed to start.");
        log.deployment("ERROR", "SERVICE_DEPLOYMENT_FAILED", of, BROKEN);
        Rolled gone = leaving;
        if (gone != null) {
            leaving = null;
            end(gone, Status.ROLLBACK_FAILED, BROKEN);
        } else if (service.settings().rollback()) {
            back(of, BROKEN);
        } else {
            end(of, Status.STOPPED, BROKEN);
        }
    }

    void completed(Rolled of) {
        if (of.rollout.equals("IN_PROGRESS")) {
            of.rollout = "COMPLETED";
            log.deployment("INFO", "SERVICE_DEPLOYMENT_COMPLETED", of, "ECS deployment " + of.id() + " completed.");
            Rolled gone = leaving;
            leaving = null;
            if (gone != null) {
                end(gone, Status.ROLLBACK_SUCCESSFUL, gone.reason);
            } else if (!of.status().over()) {
                end(of, Status.SUCCESSFUL, "");
            }
        }
    }

    String stop(String arn) {
        Optional<Rolled> found = service.named(arn);
        if (found.isEmpty()) {
            return "ServiceDeploymentNotFoundException";
        }
        Rolled now = found.get();
        if (now.status() != Status.IN_PROGRESS && now.status() != Status.PENDING) {
            return "ConflictException";
        }
        now.to(Status.ROLLBACK_REQUESTED);
        agenda.in(Pace.TAKEN_UP, () -> {
            if (now.status() == Status.ROLLBACK_REQUESTED) {
                now.rollout = "FAILED";
                back(now, "Service deployment rolled back because of a request");
                service.changed();
            }
        });
        return "";
    }

    /** To the newest one that was ever successful. */
    private void back(Rolled from, String why) {
        Optional<Rolled> target = service.rolled().reversed().stream()
                .filter(r -> r.status() == Status.SUCCESSFUL)
                .findFirst();
        if (target.isEmpty()) {
            end(from, Status.ROLLBACK_FAILED, NO_CANDIDATE);
            return;
        }
        from.to(Status.ROLLBACK_IN_PROGRESS);
        from.reason = why;
        leaving = from;
        Rolled to = target.get();
        to.rollout = "IN_PROGRESS";
        to.failed = 0;
        to.failures = 0;
        to.notBefore = Instant.MIN;
        primary = to;
        log.deployment(
                "INFO",
                "SERVICE_DEPLOYMENT_IN_PROGRESS",
                to,
                "ECS deployment circuit breaker: rolling back to deploymentId " + to.id() + ".");
    }

    private static void end(Rolled of, Status status, String why) {
        of.to(status);
        of.reason = why;
    }
}
