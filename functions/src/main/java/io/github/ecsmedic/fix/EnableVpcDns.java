package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Switches on the two DNS attributes of a VPC, support before host names as AWS demands. */
public final class EnableVpcDns implements Fix {
    private static final Map<String, String> HARMFUL = Map.ofEntries(
            Map.entry(
                    "dns.custom_resolver", "the VPC asks resolvers of its own; its DNS attributes are not the reason"),
            Map.entry("dns.firewall_block", "the name is blocked, whatever the VPC's DNS attributes are"),
            Map.entry("dns.private_zone_shadows", "the zone has an effect because the DNS attributes are on"),
            Map.entry("dns.resolver_rule", "the name is forwarded, whatever the VPC's DNS attributes are"),
            Map.entry("dns.wrong_host", "the name does not exist"),
            Map.entry(
                    "network.s3_gateway_missing",
                    "S3 keeps its public addresses behind a gateway endpoint; VPC DNS changes nothing"),
            Map.entry(
                    "network.s3_gateway_not_associated",
                    "S3 keeps its public addresses behind a gateway endpoint; VPC DNS changes nothing"));

    @Override
    public String id() {
        return "enable-vpc-dns";
    }

    @Override
    public String says() {
        return "switch on enableDnsSupport and enableDnsHostnames in the VPC";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("dns.vpc_attributes_off");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return HARMFUL;
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String vpc = cause.resources().first("vpc");
        List<String> off = cause.resources().ids("dns-attribute-off");
        return ATTRIBUTES.stream()
                .filter(attribute -> !vpc.isEmpty() && off.contains(attribute))
                .<Step>map(attribute -> new VpcAttribute(subject.region(), vpc, attribute, true))
                .toList();
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "from then on every private DNS name of an endpoint and every private hosted zone of the VPC takes effect for all that runs in it";
    }

    /** Support comes first: AWS refuses host names without it. */
    private static final List<String> ATTRIBUTES = List.of("enableDnsSupport", "enableDnsHostnames");
}
