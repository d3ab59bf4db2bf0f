package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/** Systems Manager does not know the parameter. */
public final class ParameterNotFound implements CauseRule {
    @Override
    public String id() {
        return "parameter.not_found";
    }

    @Override
    public String meaning() {
        return "The parameter of Systems Manager does not exist";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Set.of("secrets.not_found", "secrets.unknown")
                .contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("parameter-state", "missing"), adds("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("parameter-state");
        List<String> near = found.ids("near-parameter");
        return "Parameter " + String.join(", ", found.ids("parameter")) + " does not exist"
                + (near.isEmpty() ? "" : " (did you mean " + String.join(", ", near) + "?)");
    }
}
