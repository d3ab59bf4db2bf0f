package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** The task's own security groups shut it in. */
public final class NetworkTaskEgressDenied implements CauseRule {
    @Override
    public String id() {
        return "network.task_egress_denied";
    }

    @Override
    public String meaning() {
        return "No security group of the task lets the connection out";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("task-egress"), answers("s3-destination"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("security-group");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its security group forbids it", reason(proof));
    }

    private static String reason(Proof proof) {
        return "No rule of the task's security groups ("
                + String.join(", ", proof.resources("task-egress").ids("security-group")) + ") lets it out to "
                + Leg.of(proof.inquiry()).map(Leg::destination).orElse("the destination");
    }
}
