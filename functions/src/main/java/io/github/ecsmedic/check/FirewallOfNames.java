package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Firewall;
import io.github.ecsmedic.account.Firewall.Rule;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.network.DnsName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks whether DNS Firewall blocks the name. The first rule that matches decides, by priority of group and rule; one
 * whose domains AWS does not show leaves the rest open.
 */
public final class FirewallOfNames implements AboutLeg {
    @Override
    public String id() {
        return "dns-firewall";
    }

    @Override
    public String question() {
        return "Does DNS Firewall block the name";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(NameQuestion.ACTIONS),
                "route53resolver:ListFirewallDomains",
                "route53resolver:ListFirewallRuleGroupAssociations",
                "route53resolver:ListFirewallRules");
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        if (!Leg.unresolved(inquiry)) {
            return new NotApplicable("the name resolved");
        }
        Optional<String> idle = NameQuestion.idle(inquiry, leg);
        if (idle.isPresent()) {
            return new NotApplicable(idle.get());
        }
        return Reads.then(Place.of(inquiry), (place, _) -> {
            Firewall firewall =
                    inquiry.account().names().firewall(place.subnet().vpcId());
            return Reads.then(
                    firewall.own(), (own, source) -> verdict(place, DnsName.of(leg.host()), own, firewall, source));
        });
    }

    private static CheckResult verdict(Place place, String host, List<Rule> own, Firewall firewall, String source) {
        List<Rule> ofProfiles =
                firewall.ofProfiles() instanceof Known<List<Rule>>(List<Rule> rules, String _) ? rules : List.of();
        List<Rule> inOrder = Stream.concat(own.stream(), ofProfiles.stream())
                .filter(rule -> rule.type().isEmpty() || rule.type().equals("A"))
                .sorted(Comparator.comparingInt(Rule::groupPriority).thenComparingInt(Rule::priority))
                .toList();
        for (Rule rule : inOrder) {
            if (!(rule.domains() instanceof Known<List<String>>(List<String> domains, String from))) {
                return new Inconclusive("the domains of " + words(rule) + " are not shown: " + why(rule));
            }
            Optional<String> matching =
                    domains.stream().filter(domain -> matches(domain, host)).findFirst();
            if (matching.isPresent()) {
                return matched(place, host, rule, matching.get(), from);
            }
        }
        return firewall.ofProfiles() instanceof Unknown<List<Rule>> unknown
                ? Inconclusive.because(unknown)
                : new Passed(
                        place.resources(),
                        new Evidence(
                                "No rule of DNS Firewall for " + place.subnet().vpcId() + " names " + host, source));
    }

    private static CheckResult matched(Place place, String host, Rule rule, String domain, String source) {
        Resources named = place.resources()
                .and(Resources.of(
                        "firewall-group", rule.group(), "domain-list", rule.list(), "domain", domain, "host", host));
        return rule.action().equals("BLOCK")
                ? new Failed(
                        "blocked",
                        named,
                        new Evidence(
                                "DNS Firewall blocks " + domain + " by " + words(rule)
                                        + (rule.response().isEmpty() ? "" : ", answering " + rule.response()),
                                source))
                : new Passed(named, new Evidence("DNS Firewall lets " + domain + " through by " + words(rule), source));
    }

    private static String words(Rule rule) {
        return "rule " + rule.priority() + " of rule group " + rule.group()
                + (rule.list().isEmpty() ? "" : " (domain list " + rule.list() + ")");
    }

    private static String why(Rule rule) {
        return rule.domains() instanceof Unknown<List<String>> unknown ? unknown.why() : "";
    }

    /** {@code *.example.com} matches what lies under it, not the domain itself. */
    private static boolean matches(String pattern, String host) {
        String domain = DnsName.of(pattern);
        return domain.startsWith("*") ? domain.equals("*") || host.endsWith(domain.substring(1)) : host.equals(domain);
    }
}
