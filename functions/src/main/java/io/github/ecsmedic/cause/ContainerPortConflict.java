package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.signature.Fact;
import java.util.List;

/** The port of the host is taken. */
public final class ContainerPortConflict implements CauseRule {
    @Override
    public String id() {
        return "container.port_conflict";
    }

    @Override
    public String meaning() {
        return "The port of the host that the container publishes is already in use there";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("container_config.port_conflict");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "container_config.port_conflict"), adds("container-exit"));
    }

    @Override
    public String summary(Proof proof) {
        String port = proof.inquiry().seen().facts().get(Fact.PORT);
        return Stated.container(proof) + " cannot start: port " + (port.isEmpty() ? "" : port + " ")
                + "of the host is already in use";
    }
}
