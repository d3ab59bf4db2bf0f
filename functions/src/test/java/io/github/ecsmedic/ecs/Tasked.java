package io.github.ecsmedic.ecs;

import java.time.Instant;

/** One task of a service; each change of it has a higher version. */
public final class Tasked {
    private final int number;
    private final Rolled of;
    private final Instant started;
    String last = "PROVISIONING";
    String desired = "RUNNING";
    String stopCode = "";
    String reason = "";
    long version;

    Tasked(int number, Rolled of, Instant started) {
        this.number = number;
        this.of = of;
        this.started = started;
    }

    public Rolled of() {
        return of;
    }

    /** When ECS began to start it. */
    public Instant started() {
        return started;
    }

    public String last() {
        return last;
    }

    public String desired() {
        return desired;
    }

    public String arn() {
        return "arn:aws:ecs:us-east-1:111122223333:task/prod/" + "%032x".formatted(number);
    }

    boolean alive() {
        return desired.equals("RUNNING");
    }

    public boolean runs() {
        return alive() && last.equals("RUNNING");
    }
}
