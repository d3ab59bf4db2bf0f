package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Changes.Start;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Task;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Finds the request that started a task of no service: neither event nor ECS tells which network it was given. */
final class Starts {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Set.of("cloudtrail:LookupEvents");

    private static final String LOOKUP = "cloudtrail:LookupEvents";
    private static final String ONLY = " known only to who started it";

    private Starts() {}

    /** @param what is asked for, with its verb: "the task's security groups are" */
    static Answer<Start> of(Inquiry inquiry, String what) {
        Task task = inquiry.task();
        Instant created = task == null ? null : task.times().createdAt();
        boolean ofService = !inquiry.subject().service().isEmpty();
        if (task == null || created == null || ofService) {
            return new Unknown<>(what + ONLY, ofService ? "ecs:DescribeServices" : "event");
        }
        return switch (inquiry.account().changes().start(task.arn(), created)) {
            case Unknown<Optional<Start>> unknown -> new Unknown<>(what + ONLY + ", " + unknown.fault(), LOOKUP);
            case Known<Optional<Start>>(Optional<Start> found, String source) ->
                found.<Answer<Start>>map(start -> new Known<>(start, source))
                        .orElseGet(() -> new Unknown<>(
                                what + ONLY + ", and CloudTrail shows no RunTask request for it (yet)", LOOKUP));
        };
    }
}
