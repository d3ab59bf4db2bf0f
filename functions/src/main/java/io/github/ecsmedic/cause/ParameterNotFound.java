package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.signature.Fact;
import java.util.List;

/** ECS names the parameters that do not exist. */
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
        return inquiry.seen().label().equals("secrets.not_found")
                && inquiry.seen().facts().has(Fact.PARAMETER);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "secrets.not_found"), answers("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        return "Parameter " + String.join(", ", proof.resources("stated-cause").ids("parameter")) + " does not exist";
    }
}
