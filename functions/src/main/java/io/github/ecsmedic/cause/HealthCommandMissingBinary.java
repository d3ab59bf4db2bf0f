package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The health check runs a program that is not there. */
public final class HealthCommandMissingBinary implements CauseRule {
    @Override
    public String id() {
        return "health.command_missing_binary";
    }

    @Override
    public String meaning() {
        return "The container's health check runs a program that the image lacks";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return HealthLabels.own(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("health-command"), fails("missing-program"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("health-command");
        return "The health check of container " + found.first("container") + " runs " + found.first("program")
                + ", which image " + found.first("image")
                + (proof.fault("health-command").equals("missing") ? " does not have" : " seems not to have");
    }
}
