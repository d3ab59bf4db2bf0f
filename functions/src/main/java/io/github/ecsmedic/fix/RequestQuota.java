package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks for twice the quota that is used up. */
public final class RequestQuota implements Fix {
    @Override
    public String id() {
        return "request-quota";
    }

    @Override
    public String says() {
        return "ask AWS for a larger quota";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("capacity.quota");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String service = found.first("quota-service");
        String code = found.first("quota");
        String value = found.first("quota-value");
        if (code.isEmpty() || value.isEmpty()) {
            return List.of(new Step.ByHand(
                    "servicequotas:ListServiceQuotas",
                    Aws.cli(
                            subject.region(),
                            "service-quotas",
                            "list-service-quotas",
                            "--service-code",
                            service.isEmpty() ? "fargate" : service),
                    List.of()));
        }
        return List.of(new Step.ByHand(
                "servicequotas:RequestServiceQuotaIncrease",
                Aws.cli(
                        subject.region(),
                        "service-quotas",
                        "request-service-quota-increase",
                        "--service-code",
                        service,
                        "--quota-code",
                        code,
                        "--desired-value",
                        Long.toString(Math.max(1, 2 * Long.parseLong(value)))),
                List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "AWS decides within minutes or days; until then run fewer or smaller tasks";
    }
}
