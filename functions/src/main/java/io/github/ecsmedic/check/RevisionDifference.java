package io.github.ecsmedic.check;

import io.github.ecsmedic.account.ServiceRevision;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Diagnosis.Difference;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the failing revision with the one before it.
 *
 * <p>Values of environment variables are never read. Two definitions that differ in nothing else therefore still count
 * as different.
 */
public final class RevisionDifference implements Check {
    private static final int NAMED = 5;

    /** What alone can explain a failure of this family; every other family can come from any field. */
    private static final Map<String, List<String>> TELLING = Map.of(
            "image_pull", List.of("image", "platform", "container "),
            "secrets", List.of("secrets", "execution role", "container "),
            "logging", List.of("log", "execution role", "container "));

    @Override
    public String id() {
        return "revision-difference";
    }

    @Override
    public String question() {
        return "Is the failing revision the same as the one before it";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Rollout.ACTIONS, Definitions.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return Rollout.newest(
                inquiry,
                rollout -> rollout.previous()
                        .<CheckResult>map(previous -> compare(previous, rollout.target(), inquiry))
                        .orElseGet(() -> new NotApplicable("there is no revision before "
                                + rollout.target().definition())));
    }

    private static CheckResult compare(ServiceRevision before, ServiceRevision after, Inquiry inquiry) {
        Workloads workloads = inquiry.account().workloads();
        return Reads.then(
                workloads.taskDefinition(after.taskDefinition()),
                (failing, _) -> Reads.then(
                        workloads.taskDefinition(before.taskDefinition()),
                        (good, _) -> verdict(Differences.of(before, good, after, failing), good, failing, inquiry)));
    }

    private static CheckResult verdict(
            List<Difference> differences, TaskDefinition good, TaskDefinition failing, Inquiry inquiry) {
        Resources named = Resources.of("task-definition", failing.arn(), "previous-task-definition", good.arn());
        boolean other = !failing.arn().equals(good.arn());
        if (!other && differences.isEmpty()) {
            return new Passed(
                    named,
                    new Evidence(
                            "The revision before was " + good.name() + " too, with the same images",
                            "ecs:DescribeServiceRevisions"));
        }
        List<String> telling = TELLING.get(inquiry.seen().family());
        boolean explains = telling == null
                || differences.stream().anyMatch(d -> telling.stream().anyMatch(d.field()::startsWith));
        return new Failed(
                explains ? "differs" : "unrelated",
                named,
                facts(differences, good, failing),
                List.of(new Exhibit.Differences(differences)));
    }

    private static List<Evidence> facts(List<Difference> differences, TaskDefinition good, TaskDefinition failing) {
        List<String> fields = differences.stream().map(Difference::field).toList();
        String shown = String.join(", ", fields.subList(0, Math.min(NAMED, fields.size())));
        String more = fields.size() > NAMED ? " and " + (fields.size() - NAMED) + " more" : "";
        String pair = failing.arn().equals(good.arn())
                ? "The two deployments of " + failing.name() + " differ in "
                : failing.name() + " differs from " + good.name() + " in ";
        List<Evidence> facts = new ArrayList<>();
        facts.add(new Evidence(
                pair + (fields.isEmpty() ? "nothing that is read; values of the environment are not" : shown + more),
                "ecs:DescribeTaskDefinition"));
        if (!failing.registeredBy().isEmpty() && !failing.arn().equals(good.arn())) {
            facts.add(new Evidence(
                    failing.name() + " was registered by " + failing.registeredBy(), "ecs:DescribeTaskDefinition"));
        }
        return facts;
    }
}
