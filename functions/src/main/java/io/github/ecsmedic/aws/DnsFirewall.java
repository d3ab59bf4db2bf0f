package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.number;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Firewall.Rule;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import java.util.List;
import software.amazon.awssdk.services.route53profiles.model.ProfileResourceAssociation;
import software.amazon.awssdk.services.route53resolver.model.FirewallRule;
import software.amazon.awssdk.services.route53resolver.model.ListFirewallDomainsResponse;
import software.amazon.awssdk.services.route53resolver.model.ListFirewallRuleGroupAssociationsResponse;
import software.amazon.awssdk.services.route53resolver.model.ListFirewallRulesResponse;

/** Reads the rules of DNS Firewall that apply to a VPC, with the domains of their lists. */
final class DnsFirewall {
    private static final String GROUPS = "route53resolver:ListFirewallRuleGroupAssociations";
    private static final String RULES = "route53resolver:ListFirewallRules";
    private static final String DOMAINS = "route53resolver:ListFirewallDomains";
    private static final int DOMAINS_A_PAGE = 5000;

    private final Clients clients;
    private final Reads reads;
    private final DnsProfiles profiles;

    DnsFirewall(Clients clients, Reads reads, DnsProfiles profiles) {
        this.clients = clients;
        this.reads = reads;
        this.profiles = profiles;
    }

    private record Group(String id, int priority) {}

    Reads.Pending<List<Rule>> of(String vpcId) {
        return reads.start(
                "firewall of " + vpcId,
                GROUPS,
                () -> rules(reads
                        .pages(
                                GROUPS,
                                token -> clients.resolver()
                                        .listFirewallRuleGroupAssociations(
                                                r -> r.vpcId(vpcId).nextToken(token)),
                                answer -> listed(
                                        answer.hasFirewallRuleGroupAssociations(),
                                        answer.firewallRuleGroupAssociations(),
                                        GROUPS),
                                ListFirewallRuleGroupAssociationsResponse::nextToken)
                        .stream()
                        .filter(association -> ResolverRules.inEffect(text(association.statusAsString())))
                        .map(association -> new Group(
                                needed(association.firewallRuleGroupId(), GROUPS),
                                needed(association.priority(), GROUPS)))
                        .toList()));
    }

    Reads.Pending<List<Rule>> ofProfiles(String vpcId) {
        return reads.start(
                "firewall of the profiles of " + vpcId,
                RULES,
                () -> rules(profiles.listedOf(vpcId).value().stream()
                        .flatMap(profile -> profile.of("firewall-rule-group"))
                        .map(DnsFirewall::group)
                        .toList()));
    }

    /** Its properties are JSON of one member: {@code {"priority":102}}. */
    private static Group group(ProfileResourceAssociation resource) {
        Integer priority = number(text(resource.resourceProperties())
                .codePoints()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        return new Group(Arn.lastPart(text(resource.resourceArn())), priority == null ? 0 : priority);
    }

    private List<Rule> rules(List<Group> groups) {
        List<Reads.Pending<List<Rule>>> pending =
                groups.stream().map(this::rules).toList();
        return pending.stream().flatMap(p -> p.value().stream()).toList();
    }

    private Reads.Pending<List<Rule>> rules(Group group) {
        return reads.start("firewall rules of " + group, RULES, () -> {
            List<FirewallRule> rules = reads.pages(
                    RULES,
                    token -> clients.resolver()
                            .listFirewallRules(
                                    r -> r.firewallRuleGroupId(group.id()).nextToken(token)),
                    answer -> listed(answer.hasFirewallRules(), answer.firewallRules(), RULES),
                    ListFirewallRulesResponse::nextToken);
            rules.stream()
                    .map(DnsFirewall::list)
                    .filter(list -> !list.isEmpty())
                    .forEach(this::domains);
            return rules.stream().map(rule -> rule(group, rule)).toList();
        });
    }

    private static String list(FirewallRule rule) {
        return text(rule.firewallDomainListId());
    }

    private Rule rule(Group group, FirewallRule rule) {
        return new Rule(
                group.id(),
                group.priority(),
                needed(rule.priority(), RULES),
                list(rule),
                list(rule).isEmpty()
                        ? new Answer.Unknown<>("a threat protection rule of AWS shows no domains", RULES)
                        : domains(list(rule)).answer(),
                text(rule.qtype()),
                needed(rule.actionAsString(), RULES),
                text(rule.blockResponseAsString()));
    }

    private Reads.Pending<List<String>> domains(String list) {
        return reads.start(
                "firewall domains " + list,
                DOMAINS,
                () -> reads.pages(
                        DOMAINS,
                        token -> clients.resolver()
                                .listFirewallDomains(r -> r.firewallDomainListId(list)
                                        .maxResults(DOMAINS_A_PAGE)
                                        .nextToken(token)),
                        answer -> listed(answer.hasDomains(), answer.domains(), DOMAINS),
                        ListFirewallDomainsResponse::nextToken));
    }
}
