package io.github.ecsmedic.incident;

/**
 * Which fact of ECS an event reports, so that its second delivery changes nothing.
 *
 * <p>Task events carry a resource version that rises with every change of the task; other events have none and are told
 * apart by all that they say (ECS developer guide, "ECS events").
 *
 * @param resource the task's ARN, or the service's ARN with the event's name, deployment and time
 * @param version of the task; 1 where there is none
 */
public record EventKey(String resource, long version) {
    /** Whether an event with this key says nothing new once {@code seen} is the highest version known. */
    public boolean oldBeside(long seen) {
        return version <= seen;
    }
}
