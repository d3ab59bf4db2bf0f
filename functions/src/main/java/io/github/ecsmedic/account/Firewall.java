package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;

/**
 * The rules of DNS Firewall that apply to a VPC.
 *
 * @param own of the groups associated with the VPC ({@code route53resolver:ListFirewallRuleGroupAssociations},
 *     {@code ListFirewallRules}, {@code ListFirewallDomains})
 * @param ofProfiles of the groups that its Route 53 Profiles bring
 */
public record Firewall(Answer<List<Rule>> own, Answer<List<Rule>> ofProfiles) {
    /**
     * One rule.
     *
     * @param group the id of its group
     * @param groupPriority the lower one is asked first
     * @param priority the same within the group
     * @param list the id of the list of domains, or {@code ""} for a rule that judges by other means
     * @param domains e.g. {@code example.com} or {@code *.example.com}; AWS does not show its own lists
     * @param type the type of record that it is held to, or {@code ""}
     * @param action {@code BLOCK}, {@code ALLOW} or {@code ALERT}
     * @param response what a blocked query is answered: {@code NODATA}, {@code NXDOMAIN} or {@code OVERRIDE}
     */
    public record Rule(
            String group,
            int groupPriority,
            int priority,
            String list,
            Answer<List<String>> domains,
            String type,
            String action,
            String response) {}
}
