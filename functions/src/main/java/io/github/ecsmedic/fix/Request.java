package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/**
 * A step that we can send: one request, which gives one value of one object another content.
 *
 * <p>Values are text that can be compared. The value is read just before the request is sent, and again afterwards: that
 * is how we know whether it is still to be done, whether somebody else was there, and whether it can be taken back.
 */
public sealed interface Request extends Step
        permits DeploymentStop,
                EndpointPrivateDns,
                EndpointRoute,
                GroupSize,
                Ingress,
                InstanceState,
                InstanceTermination,
                LogGroup,
                MountTarget,
                PullThroughRule,
                SecretRestore,
                ServiceUpdate,
                TargetGroupSetting,
                TaskProtection,
                TaskRerun,
                TaskStop,
                VpcAttribute {
    /** What a value that was read afterwards shows. */
    enum Effect {
        /** It is as it was. */
        NONE,
        /** It is as the request makes it. */
        DONE,
        /** It is neither: somebody else changed it. */
        OTHER
    }

    /** Where it is sent. */
    String region();

    /** The value as the diagnosis saw it; {@code ""} when it did not look. */
    String before();

    /** The value that it makes; {@code ""} when only the change can be seen. */
    String after();

    /** The request that takes it back; empty when no request of ours does. */
    Optional<Request> inverse();

    /** Whether it begins a deployment: when ECS takes that back, the value is again as it was. */
    default boolean deploys() {
        return false;
    }

    /** What {@code now} shows, the value being {@code seen} before the request. */
    default Effect effect(String seen, String now) {
        return now.equals(after()) ? Effect.DONE : now.equals(seen) ? Effect.NONE : Effect.OTHER;
    }

    /** The id of what it started, from a value that was read afterwards; {@code ""} when it starts nothing. */
    default String started(String now) {
        return after().isEmpty() ? now : "";
    }

    @Override
    default List<String> undo() {
        return inverse().map(Step::argv).orElse(List.of());
    }
}
