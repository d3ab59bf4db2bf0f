package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Ends the deployment that is under way and lets ECS go back to the revision before it. */
public final class StopDeploymentRollback implements Fix {
    private static final String NETWORK = "the old revision meets the same network, and its way back fails too";
    private static final String NAMES = "the old revision resolves names no better, and its way back fails too";
    private static final String LIMIT = "going back pulls the old image, on the same limit";

    /** What meets the old revision as it meets the new one. */
    private static final Map<String, String> SURROUNDINGS = Map.ofEntries(
            Map.entry("dns.custom_resolver", NAMES),
            Map.entry("dns.endpoint_private_dns_off", NAMES),
            Map.entry("dns.vpc_attributes_off", NAMES),
            Map.entry("dns.firewall_block", NAMES),
            Map.entry("dns.private_zone_shadows", NAMES),
            Map.entry("dns.resolver_rule", NAMES),
            Map.entry("kms.key_unusable", "the old revision cannot decrypt either"),
            Map.entry("network.acl_denied", NETWORK),
            Map.entry("network.blackhole_route", NETWORK),
            Map.entry("network.subnet_ip_exhausted", "going back starts tasks too, and there is no address for them"),
            Map.entry("network.endpoint_ingress_denied", NETWORK),
            Map.entry("network.endpoint_missing", NETWORK),
            Map.entry("network.endpoint_unavailable", NETWORK),
            Map.entry("network.internet_gateway_detached", NETWORK),
            Map.entry("network.nat_unavailable", NETWORK),
            Map.entry("network.nat_without_internet", NETWORK),
            Map.entry("network.no_route", NETWORK),
            Map.entry("network.s3_gateway_missing", NETWORK),
            Map.entry("network.s3_gateway_not_associated", NETWORK),
            Map.entry("registry.dockerhub_rate_limit", LIMIT),
            Map.entry("registry.ecr_public_rate_limit", LIMIT),
            Map.entry("secret.deleted", "the old revision cannot read the secret either"));

    @Override
    public String id() {
        return "stop-deployment-rollback";
    }

    @Override
    public String says() {
        return "stop the deployment and go back to the revision before it";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.AUTOMATIC;
    }

    @Override
    public Set<String> answers() {
        return Set.of("deployment.bad_revision");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return surroundings("deployment.no_rollback_target", "there is no revision to go back to");
    }

    /** The causes for which every way back does harm, and one more. */
    static Map<String, String> surroundings(String cause, String why) {
        Map<String, String> all = new TreeMap<>(SURROUNDINGS);
        all.put(cause, why);
        return all;
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String deployment = cause.resources().first("stoppable-deployment");
        return deployment.isEmpty() ? List.of() : List.of(new DeploymentStop(subject.region(), deployment));
    }

    @Override
    public String refusal(Cause cause) {
        return Revision.lost(cause);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it takes back everything that came with the revision, and fails where " + Revision.obstacles(cause);
    }
}
