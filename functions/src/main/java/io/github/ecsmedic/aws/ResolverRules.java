package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.lower;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.ResolverRule;
import io.github.ecsmedic.network.DnsName;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.route53resolver.model.Filter;
import software.amazon.awssdk.services.route53resolver.model.ListResolverRuleAssociationsResponse;
import software.amazon.awssdk.services.route53resolver.model.TargetAddress;

/** Reads the rules of Route 53 Resolver that are associated with a VPC; those that AWS defines itself cost no call. */
final class ResolverRules {
    private static final String ASSOCIATIONS = "route53resolver:ListResolverRuleAssociations";
    private static final String RULE = "route53resolver:GetResolverRule";
    private static final String OF_AWS = "rslvr-autodefined-";

    /** States in which an association has no effect, of rules, firewall groups and profiles alike. */
    private static final Set<String> IDLE = Set.of("creating", "deleting", "deleted", "failed", "overridden");

    private final Clients clients;
    private final Reads reads;

    ResolverRules(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Reads.Pending<List<ResolverRule>> of(String vpcId) {
        Filter inVpc = Filter.builder().name("VPCId").values(vpcId).build();
        return reads.start("resolver rules of " + vpcId, ASSOCIATIONS, () -> {
            List<Reads.Pending<ResolverRule>> pending = reads
                    .pages(
                            ASSOCIATIONS,
                            token -> clients.resolver()
                                    .listResolverRuleAssociations(
                                            r -> r.filters(inVpc).nextToken(token)),
                            answer -> listed(
                                    answer.hasResolverRuleAssociations(),
                                    answer.resolverRuleAssociations(),
                                    ASSOCIATIONS),
                            ListResolverRuleAssociationsResponse::nextToken)
                    .stream()
                    .filter(association -> inEffect(text(association.statusAsString())))
                    .map(association -> needed(association.resolverRuleId(), ASSOCIATIONS))
                    .filter(id -> !id.startsWith(OF_AWS))
                    .map(id -> rule(id, ""))
                    .toList();
            return pending.stream().map(Reads.Pending::value).toList();
        });
    }

    Reads.Pending<ResolverRule> rule(String id, String profile) {
        return reads.start("resolver rule " + id + " of " + profile, RULE, () -> {
            var rule = needed(
                    reads.send(RULE, () -> clients.resolver().getResolverRule(r -> r.resolverRuleId(id)))
                            .resolverRule(),
                    RULE);
            return new ResolverRule(
                    needed(rule.id(), RULE),
                    DnsName.of(needed(rule.domainName(), RULE)),
                    needed(rule.ruleTypeAsString(), RULE),
                    rule.targetIps().stream().map(ResolverRules::address).toList(),
                    profile);
        });
    }

    static boolean inEffect(String state) {
        return !IDLE.contains(lower(state));
    }

    private static String address(TargetAddress target) {
        return target.ip() == null ? text(target.ipv6()) : target.ip();
    }
}
