package io.github.ecsmedic.incident;

/**
 * Which fact of ECS an event reports, so that its second delivery changes nothing.
 *
 * <p>Task events carry a resource version that rises with every change of the task; other events have none and are told
 * apart by all that they say (ECS developer guide, "ECS events").
 *
 * @param resource the task's ARN, or the service's ARN with the event's name, deployment and time
 * @param version of the task; 1 where there is none
 * @param over the version that must be stored when it is worked in, 0 for none; {@link #ANY_OLDER} where that says nothing
 */
public record EventKey(String resource, long version, long over) {
    public static final long ANY_OLDER = -1;

    public EventKey(String resource, long version) {
        this(resource, version, ANY_OLDER);
    }

    /** To be worked in only if nobody has worked in another event of the resource since {@code seen} was read. */
    public EventKey over(long seen) {
        return new EventKey(resource, version, seen);
    }

    /** Whether an event with this key says nothing new once {@code seen} is the highest version known. */
    public boolean oldBeside(long seen) {
        return version <= seen;
    }
}
