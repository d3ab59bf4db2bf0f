package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The user of the task definition is not one of the image. */
public final class ContainerBadUser implements CauseRule {
    @Override
    public String id() {
        return "container.bad_user";
    }

    @Override
    public String meaning() {
        return "The image has no such user or group as the task definition names";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("container_config.bad_user");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "container_config.bad_user"), adds("container-exit"));
    }

    @Override
    public String summary(Proof proof) {
        return Stated.container(proof)
                + " cannot start: the image has no user or group of the name that the task definition" + " gives it";
    }
}
