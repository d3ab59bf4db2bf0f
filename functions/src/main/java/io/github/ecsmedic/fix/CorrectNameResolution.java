package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes away what answers for a name in place of AWS: a zone, a forwarding rule or a blocked domain. */
public final class CorrectNameResolution implements Fix {
    @Override
    public String id() {
        return "correct-name-resolution";
    }

    @Override
    public String says() {
        return "let the name resolve again: mend the zone, the resolver rule or the DNS firewall that answers for it";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("dns.firewall_block", "dns.private_zone_shadows", "dns.resolver_rule");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return switch (cause.id()) {
            case "dns.private_zone_shadows" -> zone(cause.resources(), subject);
            case "dns.resolver_rule" -> rule(cause.resources(), subject);
            case "dns.firewall_block" -> firewall(cause.resources(), subject);
            default -> List.of();
        };
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return switch (cause.id()) {
            case "dns.private_zone_shadows" ->
                "all other names of the zone stop resolving in the VPC too; the narrower cure is to add the missing record to the zone";
            case "dns.resolver_rule" ->
                "all names of the rule's domain leave the customer's resolvers; the narrower cure is a SYSTEM rule for "
                        + cause.resources().first("host") + ", which exempts that name alone";
            case "dns.firewall_block" ->
                "the domain is then allowed wherever the list is used; the narrower cure is an ALLOW rule for "
                        + cause.resources().first("host") + " with a lower priority number in the rule group";
            default -> "mind what else uses it";
        };
    }

    private static List<Step> zone(Resources found, Subject subject) {
        String zone = found.first("hosted-zone");
        String vpc = found.first("vpc");
        if (zone.isEmpty() || vpc.isEmpty()) {
            return List.of();
        }
        if (!found.first("profile").isEmpty()) {
            String arn = "arn:" + partition(subject) + ":route53:::hostedzone/" + zone;
            return fromProfile(found.first("profile"), arn, subject);
        }
        String place = "VPCRegion=" + subject.region() + ",VPCId=" + vpc;
        return List.of(new Step.ByHand(
                "route53:DisassociateVPCFromHostedZone",
                Aws.cli(
                        subject.region(),
                        "route53",
                        "disassociate-vpc-from-hosted-zone",
                        "--hosted-zone-id",
                        zone,
                        "--vpc",
                        place),
                Aws.cli(
                        subject.region(),
                        "route53",
                        "associate-vpc-with-hosted-zone",
                        "--hosted-zone-id",
                        zone,
                        "--vpc",
                        place)));
    }

    private static List<Step> rule(Resources found, Subject subject) {
        String rule = found.first("resolver-rule");
        String vpc = found.first("vpc");
        if (rule.isEmpty() || vpc.isEmpty()) {
            return List.of();
        }
        if (!found.first("profile").isEmpty()) {
            String arn = "arn:" + partition(subject) + ":route53resolver:" + subject.region() + ":" + subject.account()
                    + ":resolver-rule/" + rule;
            return fromProfile(found.first("profile"), arn, subject);
        }
        return List.of(new Step.ByHand(
                "route53resolver:DisassociateResolverRule",
                association("disassociate-resolver-rule", rule, vpc, subject),
                association("associate-resolver-rule", rule, vpc, subject)));
    }

    private static List<String> association(String operation, String rule, String vpc, Subject subject) {
        return Aws.cli(subject.region(), "route53resolver", operation, "--resolver-rule-id", rule, "--vpc-id", vpc);
    }

    private static List<Step> firewall(Resources found, Subject subject) {
        String list = found.first("domain-list");
        String domain = found.first("domain");
        return list.isEmpty() || domain.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "route53resolver:UpdateFirewallDomains",
                        domains(list, "REMOVE", domain, subject),
                        domains(list, "ADD", domain, subject)));
    }

    private static List<String> domains(String list, String operation, String domain, Subject subject) {
        return Aws.cli(
                subject.region(),
                "route53resolver",
                "update-firewall-domains",
                "--firewall-domain-list-id",
                list,
                "--operation",
                operation,
                "--domains",
                domain);
    }

    private static List<Step> fromProfile(String profile, String arn, Subject subject) {
        return List.of(new Step.ByHand(
                "route53profiles:DisassociateResourceFromProfile",
                Aws.cli(
                        subject.region(),
                        "route53profiles",
                        "disassociate-resource-from-profile",
                        "--profile-id",
                        profile,
                        "--resource-arn",
                        arn),
                Aws.cli(
                        subject.region(),
                        "route53profiles",
                        "associate-resource-to-profile",
                        "--profile-id",
                        profile,
                        "--resource-arn",
                        arn,
                        "--name",
                        "restored")));
    }

    private static String partition(Subject subject) {
        return subject.region().startsWith("cn-")
                ? "aws-cn"
                : subject.region().startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
