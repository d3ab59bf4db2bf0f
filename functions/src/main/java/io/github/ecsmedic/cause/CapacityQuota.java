package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The account may not have more. */
public final class CapacityQuota implements CauseRule {
    @Override
    public String id() {
        return "capacity.quota";
    }

    @Override
    public String meaning() {
        return "A quota of the account is used up";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("capacity.quota");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("service-quota"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        String code = proof.resources("service-quota").first("quota");
        return code.isEmpty()
                ? "A quota of the account is used up"
                : "Quota " + code + " of the account is used up: it is "
                        + proof.resources("service-quota").first("quota-value") + " in this region" + used(proof);
    }

    private static String used(Proof proof) {
        String most = proof.resources("service-quota").first("quota-used");
        return most.isEmpty() ? "" : ", and " + most + " were in use";
    }
}
