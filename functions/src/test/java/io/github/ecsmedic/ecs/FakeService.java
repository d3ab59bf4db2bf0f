package io.github.ecsmedic.ecs;

import io.github.ecsmedic.account.Service.ServiceMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One service of Amazon ECS with rolling updates, deterministic: time passes only by {@link #until}. It follows what AWS
 * documents of states, versions, circuit breaker and history; where AWS publishes no figure {@link Pace} has one.
 */
public final class FakeService {
    private static final Duration REPEATED = Duration.ofHours(6);

    /** Which tasks get to run. */
    public interface Health {
        /** Whether a task of this deployment that is started then gets to run. */
        boolean runs(Rolled of, Instant started);
    }

    /** As the service is configured; a change of it begins no deployment. */
    public record Settings(int desired, int least, int most, boolean breaker, boolean rollback) {
        int ceiling() {
            return desired * most / 100;
        }

        int floor() {
            return (desired * least + 99) / 100;
        }
    }

    private final Agenda agenda;
    private final Log log;
    private final Health health;
    private final List<Rolled> rolled = new ArrayList<>();
    private final List<Tasked> tasks = new ArrayList<>();
    private final Breaker breaker;
    private Settings settings;
    private boolean deadlocked;
    private boolean steady;
    private int steadied;
    private Instant fullSince = Instant.MAX;

    /** Deployed for the first time at {@code begun}, with so many tasks that run and the others about to start. */
    public FakeService(Instant begun, Instant now, Settings settings, int running, String definition, Health health) {
        agenda = new Agenda(begun);
        log = new Log(agenda);
        breaker = new Breaker(this, agenda, log);
        this.settings = settings;
        this.health = health;
        Rolled first = new Rolled(1, definition, begun, "somebody", null);
        first.to(Status.IN_PROGRESS);
        first.to(Status.SUCCESSFUL);
        first.rollout = "COMPLETED";
        rolled.add(first);
        for (int i = 0; i < running; i++) {
            Tasked task = new Tasked(tasks.size() + 1, first, begun);
            task.last = "RUNNING";
            tasks.add(task);
        }
        agenda.until(now);
        settle();
    }

    /** Everything until then has happened. */
    public void until(Instant time) {
        agenda.until(time);
    }

    /** A new deployment; the definition may be the one that it has, as a forced one brings it anew. */
    public Rolled deploy(String definition, String by) {
        Rolled before = primary();
        breaker.supersede();
        Rolled next = new Rolled(rolled.size() + 1, definition, agenda.now(), by, before);
        rolled.add(next);
        breaker.primary(next);
        next.to(Status.IN_PROGRESS);
        log.deployment("INFO", "SERVICE_DEPLOYMENT_IN_PROGRESS", next, "ECS deployment " + next.id() + " in progress.");
        changed();
        return next;
    }

    /** Another setting; no deployment begins, and ECS waits no longer before it starts the next task. */
    public void set(Settings other) {
        settings = other;
        primary().failures = 0;
        primary().notBefore = Instant.MIN;
        changed();
    }

    /** What {@code UpdateService} does to tasks that ECS waits to start, whatever it sets. */
    public void nudge() {
        set(settings);
    }

    /** {@code StopServiceDeployment} with {@code ROLLBACK}: empty when it is taken, else the code of the error. */
    public String stop(String arn) {
        return breaker.stop(arn);
    }

    /** Somebody stops a task. */
    public void stopTask(String arn) {
        tasks.stream().filter(t -> t.arn().equals(arn) && t.alive()).findFirst().ifPresent(task -> {
            end(task, "UserInitiated", "Task stopped by a user");
            changed();
        });
    }

    /** A container of a running task ends; that slows no start down. */
    public void crash(String arn) {
        tasks.stream().filter(t -> t.arn().equals(arn) && t.runs()).findFirst().ifPresent(task -> {
            end(task, "EssentialContainerExited", "Essential container in task exited");
            changed();
        });
    }

    void changed() {
        steady = false;
        deadlocked = false;
        settle();
    }

    private void settle() {
        Rolled primary = primary();
        start(primary);
        retire(primary);
        boolean full = running() >= settings.desired();
        fullSince = full ? fullSince.equals(Instant.MAX) ? agenda.now() : fullSince : Instant.MAX;
        if (running(primary) == settings.desired() && alive() == settings.desired()) {
            breaker.completed(primary);
            steady();
        }
    }

    /** A deployment that failed starts no more tasks. */
    private void start(Rolled primary) {
        if (primary.rollout.equals("FAILED")) {
            return;
        }
        int missing = settings.desired() - alive(primary);
        int room = Math.min(missing, settings.ceiling() - alive());
        if (missing > 0 && room <= 0 && running() - 1 < settings.floor() && alive() > alive(primary) && !deadlocked) {
            deadlocked = true;
            log.says("was unable to stop or start tasks during a deployment because of the service deployment"
                    + " configuration. Update the minimumHealthyPercent or maximumPercent value and try again.");
        }
        if (room > 0 && agenda.now().isBefore(primary.notBefore)) {
            agenda.at(primary.notBefore, () -> {
                if (primary() == primary) {
                    settle();
                }
            });
            return;
        }
        for (int i = 0; i < room; i++) {
            begin(primary);
        }
    }

    private void begin(Rolled of) {
        Tasked task = new Tasked(tasks.size() + 1, of, agenda.now());
        tasks.add(task);
        log.task(task);
        agenda.in(Duration.ofSeconds(10), () -> step(task, "PENDING"));
        if (health.runs(of, agenda.now())) {
            agenda.in(Pace.START, () -> {
                step(task, "RUNNING");
                if (task.runs()) {
                    of.failures = 0;
                    of.impaired = false;
                    settle();
                }
            });
        } else {
            agenda.in(Pace.FAILS, () -> fail(task));
        }
    }

    private void step(Tasked task, String to) {
        if (task.alive()) {
            task.last = to;
            log.task(task);
        }
    }

    private void fail(Tasked task) {
        if (!task.alive()) {
            return;
        }
        end(task, "TaskFailedToStart", "Task failed to start");
        Rolled of = task.of();
        of.failures++;
        of.notBefore = agenda.now().plus(Pace.after(of.failures));
        if (of.failures >= Pace.IMPAIRED && !of.impaired) {
            of.impaired = true;
            log.says("is unable to consistently start tasks successfully.");
            log.action("WARN", "SERVICE_TASK_START_IMPAIRED");
        }
        breaker.failed(of);
        settle();
    }

    private void end(Tasked task, String code, String reason) {
        task.desired = "STOPPED";
        task.stopCode = code;
        task.reason = reason;
        log.task(task);
        task.last = "STOPPED";
        log.task(task);
    }

    /** Tasks of other deployments go as soon as enough others run, or to make room for those. */
    private void retire(Rolled primary) {
        for (Tasked task : List.copyOf(tasks)) {
            boolean old = task.alive() && task.of() != primary;
            boolean surplus = running() > settings.desired() || !task.runs();
            boolean inTheWay = alive() >= settings.ceiling()
                    && running() - 1 >= settings.floor()
                    && alive(primary) < settings.desired()
                    && !primary.rollout.equals("FAILED");
            if (old && (surplus || inTheWay)) {
                end(
                        task,
                        "ServiceSchedulerInitiated",
                        "Scaling activity initiated by (deployment " + primary.id() + ")");
                start(primary);
            }
        }
        while (alive() > settings.desired() && alive(primary) > settings.desired()) {
            Tasked last =
                    tasks.reversed().stream().filter(Tasked::alive).findFirst().orElseThrow();
            end(last, "ServiceSchedulerInitiated", "Scaling activity initiated by (deployment " + primary.id() + ")");
        }
    }

    private void steady() {
        if (!steady) {
            steady = true;
            steadied++;
            repeat(steadied);
        }
    }

    private void repeat(int time) {
        if (steady && time == steadied) {
            log.says("has reached a steady state.");
            log.action("INFO", "SERVICE_STEADY_STATE");
            agenda.in(REPEATED, () -> repeat(time));
        }
    }

    public Rolled primary() {
        return breaker.primary().orElseGet(rolled::getFirst);
    }

    /** All, the first first. */
    public List<Rolled> rolled() {
        return List.copyOf(rolled);
    }

    public Optional<Rolled> named(String arn) {
        return rolled.stream().filter(r -> r.arn().equals(arn)).findFirst();
    }

    public List<Tasked> tasks() {
        return List.copyOf(tasks);
    }

    public Settings settings() {
        return settings;
    }

    public int running() {
        return (int) tasks.stream().filter(Tasked::runs).count();
    }

    public int running(Rolled of) {
        return (int) tasks.stream().filter(t -> t.of() == of && t.runs()).count();
    }

    public int alive() {
        return (int) tasks.stream().filter(Tasked::alive).count();
    }

    public int alive(Rolled of) {
        return (int) tasks.stream().filter(t -> t.of() == of && t.alive()).count();
    }

    /** Since when so many tasks run as it is to have; {@link Instant#MAX} when they do not. */
    public Instant fullSince() {
        return fullSince;
    }

    public List<Emitted> events() {
        return log.events();
    }

    public List<ServiceMessage> messages() {
        return log.messages();
    }
}
