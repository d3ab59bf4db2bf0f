package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives a pull-through cache rule a secret by which it can log in upstream. */
public final class RepairPullThroughCache implements Fix {
    private static final String PREFIX = "--ecr-repository-prefix";

    @Override
    public String id() {
        return "repair-pull-through-cache";
    }

    @Override
    public String says() {
        return "repair the pull-through cache rule and its secret";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("registry.pull_through_cache_broken");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String region = found.first("registry-region");
        String prefix = found.first("cache-prefix");
        if (region.isEmpty()) {
            return List.of();
        }
        if (prefix.isEmpty()) {
            return List.of(new Step.ByHand(
                    "ecr:DescribePullThroughCacheRules",
                    Aws.cli(
                            region,
                            "ecr",
                            "describe-pull-through-cache-rules",
                            "--registry-id",
                            found.first("registry-account")),
                    List.of()));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.ByHand(
                "ecr:ValidatePullThroughCacheRule",
                Aws.cli(region, "ecr", "validate-pull-through-cache-rule", PREFIX, prefix),
                List.of()));
        String old = found.first("cache-secret");
        String secret = "arn:aws:secretsmanager:" + region + ":" + found.first("registry-account")
                + ":secret:ecr-pullthroughcache/" + prefix;
        steps.add(new Step.ByHand(
                "ecr:UpdatePullThroughCacheRule",
                update(region, prefix, secret),
                old.isEmpty() ? List.of() : update(region, prefix, old)));
        return steps;
    }

    private static List<String> update(String region, String prefix, String secret) {
        return Aws.cli(region, "ecr", "update-pull-through-cache-rule", PREFIX, prefix, "--credential-arn", secret);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "validating logs in upstream; the secret must be called ecr-pullthroughcache/…, hold username and"
                + " accessToken, use the key aws/secretsmanager, and --credential-arn wants its whole ARN; the execution"
                + " role needs ecr:BatchImportUpstreamImage and ecr:CreateRepository for the first pull";
    }
}
