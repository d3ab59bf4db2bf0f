package io.github.ecsmedic.check;

import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Exhibit.Stop;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Permissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the security groups at the far end admit the task.
 *
 * @param at the network interface that answers, as it stands in a sentence
 * @param worn the ids of its security groups
 */
record DependencyIngress(Leg leg, Place place, String at, List<String> worn) {
    DependencyIngress {
        worn = List.copyOf(worn);
    }

    /** {@code own} are the task's groups, {@code groups} those that were read of the far end. */
    CheckResult judge(Answer<List<String>> own, List<SecurityGroup> groups, String source) {
        List<String> ids = own instanceof Known<List<String>>(List<String> known, String _) ? known : List.of();
        List<Rule> rules = groups.stream().flatMap(g -> g.ingress().stream()).toList();
        Permissions.Verdict verdict = Permissions.admit(rules, leg.port(), Peers.task(place, ids));
        boolean byGroup = rules.stream().anyMatch(rule -> !rule.groups().isEmpty());
        if (verdict == Permissions.Verdict.NO && byGroup && own instanceof Unknown<List<String>> unknown) {
            return Inconclusive.because(unknown);
        }
        return UnseenGroups.weigh(verdict(verdict, ids, source), worn, groups, source);
    }

    private CheckResult verdict(Permissions.Verdict verdict, List<String> own, String source) {
        String names = String.join(", ", worn);
        return switch (verdict) {
            case YES ->
                new Passed(
                        Resources.NONE,
                        List.of(new Evidence(names + " of " + at + " admits the task on port " + leg.port(), source)),
                        path(names, "passed", "admits the task"));
            case UNKNOWN ->
                new Inconclusive("a prefix list in " + names + " may admit the task: ec2:GetManagedPrefixListEntries");
            case NO ->
                new Failed(
                        "not-admitted",
                        new Resources(Stream.concat(
                                        worn.stream().map(id -> new Resource("dependency-security-group", id)),
                                        own.stream().map(id -> new Resource("task-security-group", id)))
                                .toList()),
                        List.of(new Evidence(
                                "No rule of " + names + ", the security groups of " + at + ", admits the task on port "
                                        + leg.port(),
                                source)),
                        path(names, "failed", "no rule admits the task on port " + leg.port()));
        };
    }

    private static List<Exhibit> path(String names, String verdict, String says) {
        return List.of(new Exhibit.Path(
                new Stop(Station.ENDPOINT_GROUP, new Hop("dependency-security-group", names, verdict, says))));
    }
}
