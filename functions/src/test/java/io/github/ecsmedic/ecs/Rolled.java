package io.github.ecsmedic.ecs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One deployment: what it brings, who began it, and how it stands. */
public final class Rolled {
    private static final String PLACE = "arn:aws:ecs:us-east-1:111122223333:";

    private final int number;
    private final String definition;
    private final Instant begun;
    private final String by;
    private final @Nullable Rolled source;
    private final List<Status> statuses = new ArrayList<>(List.of(Status.PENDING));
    String rollout = "IN_PROGRESS";
    String reason = "";

    /** Tasks that failed to start since one last ran, by which ECS slows down. */
    int failures;

    /** Tasks that failed to start since its deployment began. */
    int failed;

    Instant notBefore = Instant.MIN;
    boolean impaired;

    Rolled(int number, String definition, Instant begun, String by, @Nullable Rolled source) {
        this.number = number;
        this.definition = definition;
        this.begun = begun;
        this.by = by;
        this.source = source;
    }

    void to(Status next) {
        if (!status().next().contains(next)) {
            throw new IllegalStateException(id() + ": " + status() + " is not followed by " + next);
        }
        statuses.add(next);
    }

    public int number() {
        return number;
    }

    public String definition() {
        return definition;
    }

    public Instant begun() {
        return begun;
    }

    public String by() {
        return by;
    }

    /** What it replaces; null for the first. */
    public @Nullable Rolled source() {
        return source;
    }

    public Status status() {
        return statuses.getLast();
    }

    /** All that it has been, the first first. */
    public List<Status> statuses() {
        return List.copyOf(statuses);
    }

    /** {@code IN_PROGRESS}, {@code COMPLETED} or {@code FAILED}. */
    public String rollout() {
        return rollout;
    }

    public String reason() {
        return reason;
    }

    /** Of {@code services[].deployments}, and of its tasks the {@code startedBy}. */
    public String id() {
        return "ecs-svc/" + number;
    }

    public String arn() {
        return PLACE + "service-deployment/prod/api/" + number;
    }

    public String revision() {
        return PLACE + "service-revision/prod/api/" + number;
    }
}
