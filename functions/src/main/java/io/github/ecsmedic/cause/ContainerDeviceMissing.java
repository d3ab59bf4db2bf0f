package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.signature.Fact;
import java.util.List;

/** The host lacks a device. */
public final class ContainerDeviceMissing implements CauseRule {
    @Override
    public String id() {
        return "container.device_missing";
    }

    @Override
    public String meaning() {
        return "The host has no such device as the task definition names";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("container_config.device_missing");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "container_config.device_missing"), adds("container-exit"));
    }

    @Override
    public String summary(Proof proof) {
        String path = proof.inquiry().seen().facts().get(Fact.PATH);
        return Stated.container(proof) + " cannot start: the host has no device" + (path.isEmpty() ? "" : " " + path);
    }
}
