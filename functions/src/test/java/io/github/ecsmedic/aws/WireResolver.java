package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Firewall;
import io.github.ecsmedic.account.ResolverRule;
import io.github.ecsmedic.model.Answer.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon Route 53 Resolver: rules of the VPC, and the rules of DNS Firewall with their domain lists. */
final class WireResolver implements WireService {
    private final Contents.Resolving names;
    private final Pages pages;

    WireResolver(Contents.Resolving names, Pages pages) {
        this.names = names;
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "ListResolverRuleAssociations" -> page(q, "ResolverRuleAssociations", associations(q));
            case "GetResolverRule" -> rule(q);
            case "ListFirewallRuleGroupAssociations" -> page(q, "FirewallRuleGroupAssociations", groups());
            case "ListFirewallRules" ->
                page(
                        q,
                        "FirewallRules",
                        names.firewall().stream()
                                .filter(r -> r.group().equals(q.text("FirewallRuleGroupId")))
                                .map(WireResolver::rule)
                                .toList());
            case "ListFirewallDomains" -> domains(q);
            default -> throw new NotRendered(q.operation());
        };
    }

    /** Every VPC has the rule that AWS defines itself. */
    private List<Tree> associations(Question q) {
        String vpc = q.json().objects("Filters").getFirst().texts("Values").getFirst();
        List<Tree> all = new ArrayList<>(List.of(association(vpc, "rslvr-autodefined-rr-internet-resolver")));
        names.rules().stream().filter(r -> vpc.equals(FakeAccount.VPC)).forEach(r -> all.add(association(vpc, r.id())));
        return all;
    }

    private static Tree association(String vpc, String rule) {
        return Tree.of("ResolverRuleId", rule, "VPCId", vpc, "Status", "COMPLETE");
    }

    private HttpExecuteResponse rule(Question q) {
        Optional<ResolverRule> found = Stream.concat(
                        names.rules().stream(), names.profiles().stream().flatMap(p -> p.rules().stream()))
                .filter(r -> r.id().equals(q.text("ResolverRuleId")))
                .findFirst();
        return found.map(r -> Protocol.JSON.answer(
                        q.operation(),
                        Tree.of(
                                "ResolverRule",
                                Tree.of(
                                        "Id",
                                        r.id(),
                                        "DomainName",
                                        r.domain() + ".",
                                        "RuleType",
                                        r.type(),
                                        "TargetIps",
                                        r.targets().stream()
                                                .map(ip -> Tree.of("Ip", ip, "Port", 53))
                                                .toList()))))
                .orElseGet(() -> Protocol.JSON.error(400, "ResourceNotFoundException"));
    }

    private List<Tree> groups() {
        return names.firewall().stream()
                .map(r -> Tree.of(
                        "FirewallRuleGroupId",
                        r.group(),
                        "VpcId",
                        FakeAccount.VPC,
                        "Priority",
                        r.groupPriority(),
                        "Status",
                        "COMPLETE"))
                .distinct()
                .toList();
    }

    private static Tree rule(Firewall.Rule r) {
        return Tree.of(
                "FirewallRuleGroupId", r.group(),
                "FirewallDomainListId", r.list(),
                "Priority", r.priority(),
                "Action", r.action(),
                "BlockResponse", r.action().equals("BLOCK") ? r.response() : null,
                "Qtype", r.type());
    }

    private HttpExecuteResponse domains(Question q) {
        Optional<Firewall.Rule> rule = names.firewall().stream()
                .filter(r -> r.list().equals(q.text("FirewallDomainListId")))
                .findFirst();
        return rule.isPresent() && rule.get().domains() instanceof Known<List<String>>(List<String> domains, String _)
                ? page(q, "Domains", domains)
                : Protocol.JSON.denied();
    }

    private HttpExecuteResponse page(Question q, String name, List<?> all) {
        Pages.Page<?> page = pages.of(all, q.text("NextToken"), q.most() == 0 ? 100 : q.most());
        return Protocol.JSON.answer(q.operation(), Tree.of(name, page.items(), "NextToken", page.next()));
    }
}
