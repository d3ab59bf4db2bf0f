package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replaces every task of a service by a new one of the same definition, which seldom cures. */
public final class ForceNewDeployment implements Fix {
    @Override
    public String id() {
        return "force-new-deployment";
    }

    @Override
    public String says() {
        return "force a new deployment of the service";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.AUTOMATIC;
    }

    @Override
    public Set<String> answers() {
        return Set.of();
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.ofEntries(
                Map.entry("app.crash", "the same image crashes again"),
                Map.entry("app.missing_configuration", "the setting is missing for new tasks too"),
                Map.entry("dns.vpc_attributes_off", "new tasks fail as the old ones did until the VPC's DNS is on"),
                Map.entry(
                        "iam.execution_role_denied",
                        "new tasks are denied as well until the role is granted the right"),
                Map.entry("network.no_route", "new tasks have no route either"),
                Map.entry("network.s3_gateway_missing", "new tasks cannot fetch the layers either"),
                Map.entry("registry.dockerhub_rate_limit", "every start is one more pull on the same limit"));
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return subject.service().isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ecs:UpdateService",
                        Aws.cli(
                                subject.region(),
                                "ecs",
                                "update-service",
                                "--cluster",
                                subject.cluster(),
                                "--service",
                                subject.service(),
                                "--force-new-deployment"),
                        List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it replaces healthy tasks too, and a tag that has moved brings another image";
    }
}
