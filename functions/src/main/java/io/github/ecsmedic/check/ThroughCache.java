package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Images.CacheRule;
import io.github.ecsmedic.account.Images.Lookup;
import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whether the pull-through cache rule that covers the repository can work, and whether the image is in the cache.
 *
 * <p>It reads the rule and what is stored. It never validates the rule, which would log in upstream, and never asks for a
 * manifest, which would import it.
 */
public final class ThroughCache implements Check {
    private static final String SOURCE = "ecr:DescribePullThroughCacheRules";
    private static final String SECRETS = "secret:ecr-pullthroughcache/";

    /** Their rules must name a secret (docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html). */
    private static final Set<String> WITH_LOGIN =
            Set.of("docker-hub", "github-container-registry", "azure-container-registry", "gitlab-container-registry");

    @Override
    public String id() {
        return "pull-through-cache";
    }

    @Override
    public String question() {
        return "Does the pull-through cache rule that covers the repository work";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(PulledImage.ACTIONS), SOURCE, "ecr:DescribeImages");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return PulledImage.inEcr(inquiry, (image, registry) -> verdict(inquiry, image, registry));
    }

    private static CheckResult verdict(Inquiry inquiry, PulledImage image, Registry registry) {
        String path = image.reference().path();
        return switch (inquiry.account().images().cacheRules(registry)) {
            case Unknown<List<CacheRule>> unknown ->
                PullText.upstreamRefused(inquiry)
                        ? refused(inquiry, image.named(registry), List.of(new Exhibit.Unread(List.of(unknown.why()))))
                        : Inconclusive.because(unknown);
            case Known<List<CacheRule>>(List<CacheRule> rules, String _) ->
                rules.stream()
                        .filter(rule -> rule.covers(path))
                        .max(Comparator.comparingInt(rule ->
                                rule.prefix().equals("ROOT") ? 0 : rule.prefix().length()))
                        .map(rule -> covered(inquiry, image, registry, rule))
                        .orElseGet(() -> new NotApplicable("no pull-through cache rule covers " + path));
        };
    }

    private static CheckResult refused(Inquiry inquiry, Resources named, List<Exhibit> exhibits) {
        return new Failed(
                "upstream", named, List.of(new Evidence(Shown.text(StatedCause.text(inquiry)), "message")), exhibits);
    }

    private static CheckResult covered(Inquiry inquiry, PulledImage image, Registry registry, CacheRule rule) {
        Resources named = image.named(registry)
                .and(Resources.of(
                        "cache-prefix", rule.prefix(), "upstream", rule.url(), "cache-secret", rule.credential()));
        if (PullText.upstreamRefused(inquiry)) {
            return refused(inquiry, named, List.of());
        }
        return fault(image, registry, rule)
                .<CheckResult>map(fault -> new Failed(fault.id, named, new Evidence(fault.fact, SOURCE)))
                .orElseGet(() -> stored(inquiry, image, registry, named));
    }

    private record Fault(String id, String fact) {}

    private static Optional<Fault> fault(PulledImage image, Registry registry, CacheRule rule) {
        String path = image.reference().path();
        String start = rule.prefix().endsWith("/") ? rule.prefix() : rule.prefix() + "/";
        String rest = path.startsWith(start) ? path.substring(start.length()) : path;
        String prefix = "Pull-through cache rule " + rule.prefix();
        if (dockerHub(rule) && rest.indexOf('/') < 0) {
            return Optional.of(new Fault(
                    "official-without-library",
                    "Docker Hub keeps its official images under library/: the name must be " + rule.prefix()
                            + "/library/" + rest));
        }
        if (rule.credential().isEmpty()) {
            return WITH_LOGIN.contains(rule.upstream()) || dockerHub(rule)
                    ? Optional.of(
                            new Fault("no-credentials", prefix + " names no secret, which " + rule.url() + " wants"))
                    : Optional.empty();
        }
        boolean fits = Arn.parse(rule.credential())
                .filter(arn -> !arn.service().equals("secretsmanager")
                        || (arn.resource().startsWith(SECRETS)
                                && arn.region().equals(registry.region())
                                && arn.account().equals(registry.account())))
                .isPresent();
        return fits
                ? Optional.empty()
                : Optional.of(
                        new Fault(
                                "credentials",
                                prefix + " names " + rule.credential()
                                        + ", but its secret must be called ecr-pullthroughcache/… and lie beside the registry"));
    }

    private static boolean dockerHub(CacheRule rule) {
        return rule.upstream().equals("docker-hub") || rule.url().equals("registry-1.docker.io");
    }

    private static CheckResult stored(Inquiry inquiry, PulledImage image, Registry registry, Resources named) {
        String path = image.reference().path();
        String what = image.id() + " of " + path;
        return Reads.then(
                inquiry.account().images().image(registry, path, image.id()),
                (found, source) -> found instanceof Lookup.There
                        ? new Passed(named, new Evidence(what + " is in the cache", source))
                        : new Failed(
                                "not-imported",
                                named,
                                new Evidence(
                                        what + " is not in the cache: " + named.first("upstream")
                                                + " lacks it, refuses it, or the role may not import it",
                                        source)));
    }
}
