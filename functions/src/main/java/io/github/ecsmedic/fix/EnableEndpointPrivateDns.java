package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets an interface endpoint answer to the service's public name. */
public final class EnableEndpointPrivateDns implements Fix {
    @Override
    public String id() {
        return "enable-endpoint-private-dns";
    }

    @Override
    public String says() {
        return "switch on private DNS at the endpoint";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("dns.endpoint_private_dns_off", "dns.vpc_attributes_off");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.ofEntries(
                Map.entry(
                        "network.s3_gateway_missing",
                        "S3 is not asked through the interface endpoints of ECR; their DNS changes nothing"),
                Map.entry(
                        "network.s3_gateway_not_associated",
                        "S3 is not asked through the interface endpoints of ECR; their DNS changes nothing"));
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return cause.resources().ids("private-dns-off").stream()
                .<Step>map(endpoint -> new EndpointPrivateDns(subject.region(), endpoint, true))
                .toList();
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "the service's name then leads to the endpoint for all that runs in the VPC, so the endpoint's security group must admit all of it on 443";
    }
}
