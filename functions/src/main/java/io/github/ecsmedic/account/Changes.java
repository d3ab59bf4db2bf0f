package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads of the event history of AWS CloudTrail, which shows a change some minutes after it was made. */
public interface Changes {
    /**
     * The changes to each of these objects in the time before an instant, newest first; reads, dry runs and refused
     * requests are left out. At most two pages of fifty events are asked for an object ({@code cloudtrail:LookupEvents}).
     */
    List<Answer<History>> of(List<String> objects, Duration time, Instant before);

    /**
     * The requests that set up or changed a service in the time before an instant, newest first: {@code UpdateService},
     * else {@code CreateService}. What only scales it is left out. At most two pages of fifty events of the whole region
     * are asked for either ({@code cloudtrail:LookupEvents}).
     */
    Answer<History> ofService(String cluster, String service, Duration time, Instant before);

    /**
     * The request that started a task of no service, which alone tells its network; empty when no such event is there,
     * or not yet. At most two pages of fifty {@code RunTask} events around its creation are asked for ({@code
     * cloudtrail:LookupEvents}).
     */
    Answer<Optional<Start>> start(String taskArn, Instant createdAt);

    /** What a {@code RunTask} request said of the network; without groups the VPC's default group applies. */
    record Start(List<String> securityGroups, boolean publicIp) {
        public Start {
            securityGroups = List.copyOf(securityGroups);
        }
    }

    /** What was found; {@code more} says that there are events on pages that were not asked for. */
    record History(List<Made> changes, boolean more) {
        public History {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One request that changed something.
     *
     * @param id the event's id; one change may be listed under several objects
     * @param by the ARN of who made it, or a name
     * @param event the operation, e.g. {@code DeleteRoute}
     */
    record Made(String id, Instant at, String by, String event) {}
}
