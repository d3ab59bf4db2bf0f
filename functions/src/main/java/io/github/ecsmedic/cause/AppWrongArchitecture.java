package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The binary was built for another CPU, or a script lacks its first line. */
public final class AppWrongArchitecture implements CauseRule {
    @Override
    public String id() {
        return "app.wrong_architecture";
    }

    @Override
    public String meaning() {
        return "The binary was built for another CPU than the task's, or a script lacks its interpreter line";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("app.exec_format") || AppLabels.exited(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("command-fault", "wrong-architecture"), answers("definition-platform"), adds("image-platform"));
    }

    @Override
    public String summary(Proof proof) {
        return "The binary does not run on "
                + proof.resources("definition-platform").first("platform")
                + ": it was built for another CPU, or its script lacks an interpreter line";
    }
}
