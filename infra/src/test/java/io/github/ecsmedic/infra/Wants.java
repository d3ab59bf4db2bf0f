package io.github.ecsmedic.infra;

import io.github.ecsmedic.account.Clusters;
import io.github.ecsmedic.aws.AwsFixes;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.diagnose.Diagnoser;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.handler.SweepHandler;
import io.github.ecsmedic.infra.Grants.Statement;
import io.github.ecsmedic.mend.Mode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a function wants each action for, as the code declares it.
 *
 * @param uses action → features
 */
record Wants(Map<String, Set<String>> uses) {
    private static final int SHOWN = 6;

    /** What a function does with what is ours, by the statement's id. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("AppendToAudit", "the record of what was changed"),
            Map.entry("DecryptOwnSecret", "Slack, where a key of yours encrypts the secret"),
            Map.entry("EncryptForOwnTopic", "what is kept in the table and told on the topic"),
            Map.entry("KeepOwnTable", "incidents, what has still to be told, leases"),
            Map.entry("LeaveInOwnQueue", "runs that failed; of `ecs-medic-slack`, what people press"),
            Map.entry("ReadOwnSecret", "Slack"),
            Map.entry("TakeFromOwnQueue", "events"),
            Map.entry("TakeFromOwnRequests", "what people press in Slack"),
            Map.entry("TellEventBus", "incidents on the bus (`bus`)"),
            Map.entry("TellOwnTopic", "findings"),
            Map.entry("WriteOwnLog", "its log"));

    /** Reads of the fixing function that serve one guard alone. */
    private static final Map<String, String> GUARDS = Map.of(
            "cloudformation:DescribeStacks", "the guard that leaves alone what a stack owns",
            "ec2:DescribeTags", "what the object's own tags allow",
            "ssm:GetCalendarState", "change calendars",
            "ssm:GetParameter", "the kill switch");

    static Wants own() {
        return new Wants(Map.of());
    }

    static Wants diagnosing() {
        Map<String, Set<String>> uses = new TreeMap<>();
        add(uses, Diagnoser.ACTIONS, "what failed: the task, its definition, its service");
        add(uses, Diagnoser.AFTERMATH_ACTIONS, "who else is hit, and what was changed before");
        for (Check check : Catalogue.full().checks()) {
            add(uses, check.actions(), "`" + check.id() + "`");
        }
        return new Wants(uses);
    }

    static Wants sweeping() {
        Map<String, Set<String>> uses = new TreeMap<>(diagnosing().uses());
        add(uses, Clusters.ACTIONS, "services that are short of tasks though no event tells");
        Set<String> rest = new TreeSet<>(SweepHandler.READS);
        rest.removeAll(uses.keySet());
        add(uses, rest, "what loops of failed starts cost");
        return new Wants(uses);
    }

    static Wants fixing() {
        Map<String, Set<String>> uses = new TreeMap<>();
        Set<String> reads = new TreeSet<>(AwsFixes.READS);
        GUARDS.forEach((action, feature) -> {
            reads.remove(action);
            add(uses, Set.of(action), feature);
        });
        add(uses, reads, "guards, and whether it has helped");
        for (Fix fix : Catalogue.full().fixes()) {
            WriteScope.grants(Catalogue.full().requests(fix.id()), Mode.NOTIFY)
                    .forEach(grant -> add(uses, Set.of(grant.action()), "`" + fix.id() + "`"));
        }
        return new Wants(uses);
    }

    private static void add(Map<String, Set<String>> uses, Collection<String> actions, String feature) {
        actions.forEach(
                action -> uses.computeIfAbsent(action, _ -> new TreeSet<>()).add(feature));
    }

    Set<String> actions() {
        return new TreeSet<>(uses.keySet());
    }

    boolean isOwn(Statement statement) {
        return OWN.containsKey(statement.sid());
    }

    /** A cell that can be read; {@code explain CHECK} tells all actions of one. */
    String of(Statement statement, String action) {
        String own = OWN.get(statement.sid());
        if (own != null) {
            return own;
        }
        Set<String> all = uses.get(action);
        String first = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return all.size() > SHOWN ? first + " and " + (all.size() - SHOWN) + " more" : first;
    }
}
