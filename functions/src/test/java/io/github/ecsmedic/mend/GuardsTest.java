package io.github.ecsmedic.mend;

import static io.github.ecsmedic.mend.Situation.ago;
import static io.github.ecsmedic.mend.Situation.known;
import static io.github.ecsmedic.mend.Situation.listed;
import static io.github.ecsmedic.mend.Situation.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.ServiceSetting.DesiredCount;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Remedy.Tier;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardsTest {
    private static final String STOPPED = "arn:aws:ecs:us-east-1:111122223333:service-deployment/prod/api/7";

    private static final Subject LONE = new Subject("111122223333", "us-east-1", "prod", "", "task-1", "report:3");

    /**
     * One way in which a fix must not be applied: only this guard says no to it.
     *
     * @param says what the person on call reads, or a part of it
     */
    record Row(String guard, String says, Situation situation) {
        @Override
        public String toString() {
            return guard + " " + says;
        }
    }

    private static Situation anew() {
        return new Situation(
                "force-new-deployment", new ServiceUpdate("us-east-1", "prod", "api", null, new NewDeployment()));
    }

    private static Situation longer() {
        return new Situation(
                "extend-grace-period",
                new ServiceUpdate("us-east-1", "prod", "api", new GracePeriod(30), new GracePeriod(90)));
    }

    private static Situation back() {
        Situation s = new Situation("stop-deployment-rollback", new DeploymentStop("us-east-1", STOPPED));
        s.deployments = known(List.of(listed("7", "IN_PROGRESS", 3), listed("6", "SUCCESSFUL", 600)));
        return s;
    }

    private static Situation dns() {
        Situation s =
                new Situation("enable-vpc-dns", new VpcAttribute("us-east-1", "vpc-0aa1", "enableDnsSupport", true));
        s.tier = Tier.APPROVAL;
        s.touches = Set.of("vpc-0aa1");
        s.touched = known(Set.of("vpc-0aa1"));
        s.allowedBy("U1", "U2");
        return s;
    }

    /** Of a task of no service, whose own tags list it. */
    private static Situation again() {
        Situation s =
                new Situation("rerun-task", new TaskRerun("us-east-1", "prod", "task-1", "report:3", "subnet-0aa1"));
        s.subject = LONE;
        s.service = known(Optional.empty());
        s.deployments = known(List.of());
        return s;
    }

    private static Situation stopped() {
        Situation s = new Situation("stop-task", new TaskStop("us-east-1", "prod", "task-1"));
        s.tier = Tier.APPROVAL;
        s.allowedBy("U1");
        return s;
    }

    private static Situation fewer() {
        return new Situation(
                "lower-desired-count",
                new ServiceUpdate("us-east-1", "prod", "api", new DesiredCount(6), new DesiredCount(2)));
    }

    private static Situation group() {
        return new Situation("create-log-group", new LogGroup("us-east-1", "/ecs/api"));
    }

    private static Row row(String guard, String says, Situation situation, Consumer<Situation> spoil) {
        spoil.accept(situation);
        return new Row(guard, says, situation);
    }

    static Stream<Row> rows() {
        return Stream.of(consent(), service(), reach(), history()).flatMap(rows -> rows);
    }

    private static Stream<Row> consent() {
        return Stream.of(
                row("A1", "allows no more than approve", anew(), s -> s.cap = known(Mode.APPROVE)),
                row("A1", "allows no more than notify", dns(), s -> s.cap = known(Mode.NOTIFY)),
                row("A1", "kill switch could not be read (AccessDenied: a read)", anew(), s -> s.cap = unknown()),
                row("A2", "its mode is notify", anew(), s -> s.tags = known(List.of(Map.of()))),
                row("A2", "its mode is notify", anew(), s -> s.tags = known(List.of(Map.of(OptIn.MODE_TAG, "Auto")))),
                row(
                        "A2",
                        "is not listed in the tag",
                        anew(),
                        s -> s.tags =
                                known(List.of(Map.of(OptIn.MODE_TAG, "auto", OptIn.FIXES_TAG, "create-log-group")))),
                row(
                        "A2",
                        "its mode is notify",
                        dns(),
                        s -> s.tags = known(List.of(Map.of(OptIn.MODE_TAG, "approve"), Map.of()))),
                row("A2", "rerun-task is not listed in the tag", again(), s -> {
                    s.otherwise = new OptIn(Mode.AUTO, Set.of("rerun-task"));
                    s.tags = known(List.of(Map.of()));
                }),
                row("A2", "nothing that could allow it", anew(), s -> s.tags = known(List.of())),
                row("A2", "tags by which it would be allowed could not be read", anew(), s -> s.tags = unknown()),
                row("A3", "for a person to do", anew(), s -> {
                    s.tier = Tier.MANUAL;
                    s.allowedBy("U1");
                }),
                row("A3", "only possible", anew(), s -> {
                    s.certainty = Certainty.POSSIBLE;
                    s.allowedBy("U1");
                }),
                row(
                        "A3",
                        "one of its steps",
                        group(),
                        s -> s.steps = List.of(
                                s.steps.getFirst(), new Step.ByHand("iam:PutRolePolicy", List.of("aws"), List.of()))),
                row("A16", "somebody has to allow it", anew(), s -> s.certainty = Certainty.PROBABLE),
                row("A16", "somebody has to allow it", anew(), s -> s.tier = Tier.APPROVAL),
                row("A16", "somebody has to allow it", dns(), s -> {
                    s.tier = Tier.AUTOMATIC;
                    s.approval = Optional.empty();
                }),
                row("A16", "two people", dns(), s -> s.allowedBy("U1")),
                row("A16", "two people", dns(), s -> s.allowedBy("U1", "U1")),
                row("A16", "not among those who may", dns(), s -> s.allowedBy("U1", "U9")),
                row(
                        "A16",
                        "another plan",
                        dns(),
                        s -> s.steps = List.of(new VpcAttribute("us-east-1", "vpc-0aa1", "enableDnsHostnames", true))),
                row(
                        "A16",
                        "another plan",
                        dns(),
                        s -> s.approval =
                                s.approval.map(a -> new Approval("incident-2", a.plan(), a.people(), a.at(), false))),
                row(
                        "A16",
                        "has been done once",
                        dns(),
                        s -> s.approval =
                                s.approval.map(a -> new Approval(a.incident(), a.plan(), a.people(), a.at(), true))),
                row(
                        "A16",
                        "more than 30 minutes ago",
                        dns(),
                        s -> s.approval =
                                s.approval.map(a -> new Approval(a.incident(), a.plan(), a.people(), ago(31), false))),
                row("A16", "nobody has allowed it", anew(), s -> s.allowedBy()),
                row("A4", "dry run", anew(), s -> s.dryRun = true));
    }

    private static Stream<Row> service() {
        return Stream.of(
                row("A5", "deployed by CODE_DEPLOY", anew(), s -> s.controller = "CODE_DEPLOY"),
                row(
                        "A5",
                        "belongs to no service",
                        group(),
                        s -> s.subject = new Subject("111122223333", "us-east-1", "prod", "", "task-1", "api:7")),
                row("A6", "calendar is closed", anew(), s -> s.freezes = known(true)),
                row("A6", "calendar could not be read", anew(), s -> s.freezes = unknown()),
                row(
                        "A7",
                        "under way (7, IN_PROGRESS)",
                        group(),
                        s -> s.deployments = known(List.of(listed("7", "IN_PROGRESS", 60)))),
                row(
                        "A7",
                        "under way (7, ROLLBACK_IN_PROGRESS)",
                        longer(),
                        s -> s.deployments = known(List.of(listed("7", "ROLLBACK_IN_PROGRESS", 60)))),
                row("A7", "stack that made it is being changed", anew(), s -> s.stackChanges = known(true)),
                row("A7", "state of the stack", anew(), s -> s.stackChanges = unknown()),
                row("A7", "deployments could not be read", back(), s -> s.deployments = unknown()),
                row(
                        "A7",
                        "no longer under way",
                        back(),
                        s -> s.deployments = known(List.of(listed("7", "SUCCESSFUL", 3)))),
                row(
                        "A7",
                        "a deployment is ROLLBACK_REQUESTED",
                        back(),
                        s -> s.deployments = known(List.of(listed("7", "ROLLBACK_REQUESTED", 3)))),
                row(
                        "A7",
                        "under way (7, IN_PROGRESS)",
                        anew(),
                        s -> s.deployments = known(List.of(listed("7", "IN_PROGRESS", 60)))),
                row(
                        "A7",
                        "a deployment is ROLLBACK_IN_PROGRESS",
                        back(),
                        s -> s.deployments =
                                known(List.of(listed("7", "IN_PROGRESS", 3), listed("6", "ROLLBACK_IN_PROGRESS", 3)))),
                row(
                        "A7",
                        "a deployment is IN_PROGRESS",
                        back(),
                        s -> s.deployments =
                                known(List.of(listed("8", "IN_PROGRESS", 1), listed("7", "IN_PROGRESS", 3)))),
                row("A9", "no other task of the service is running", stopped(), s -> s.running = 1),
                row("A9", "to run no task", anew(), s -> s.desired = 0),
                row("A9", "minimumHealthyPercent of 0", anew(), s -> s.least = 0),
                row("A9", "is not known", back(), s -> s.least = null),
                row(
                        "A10",
                        "began less than 15 minutes ago (7)",
                        anew(),
                        s -> s.deployments = known(List.of(listed("7", "SUCCESSFUL", 14)))),
                row("A10", "something was done to the service", longer(), s -> {
                    Action other = s.action(14, Outcome.FIXED);
                    s.actions = known(List.of(new Action(
                            "action",
                            other.scope(),
                            "prod",
                            "create-log-group",
                            other.cause(),
                            "",
                            other.at(),
                            Outcome.FIXED)));
                }),
                row("A17", "more than an hour old", anew(), s -> s.failedAt = ago(61)),
                row("A17", "deployed anew", anew(), s -> s.deployment = "ecs-svc/1"),
                row("A17", "no longer as it was", longer(), s -> s.value = known("60")),
                row("A17", "what it would change could not be read", anew(), s -> s.value = unknown()));
    }

    private static Stream<Row> reach() {
        return Stream.of(
                row(
                        "A8",
                        "does harm where there is deployment.bad_revision",
                        anew(),
                        s -> s.causes = Set.of("image.digest_expired", "deployment.bad_revision")),
                row("A14", "many services fail at once", anew(), s -> s.storm = known(true)),
                row("A14", "other services fail by the same cause", longer(), s -> s.sharers = known(2)),
                row("A14", "how many services fail could not be read", anew(), s -> s.storm = unknown()),
                row("A14", "many services fail at once", group(), s -> s.storm = known(true)),
                row("A14", "was changed once already", dns(), s -> {
                    s.sharers = known(5);
                    Action before = s.action(120, Outcome.FIXED);
                    s.actions = known(List.of(new Action(
                            "action",
                            "service/prod/web",
                            "other",
                            s.fix,
                            before.cause(),
                            "",
                            before.at(),
                            Outcome.FIXED)));
                }),
                row("A14", "other services fail by the same cause", fewer(), s -> s.sharers = known(2)),
                row("A15", "would also affect vpc-0bb2", dns(), s -> s.touched = known(Set.of("vpc-0aa1", "vpc-0bb2"))),
                row("A15", "nothing is named", dns(), s -> s.touched = known(Set.of())),
                row("A15", "what else it would affect could not be read", dns(), s -> s.touched = unknown()),
                row(
                        "A18",
                        "more than force-new-deployment may",
                        anew(),
                        s -> s.steps = List.of(new ServiceUpdate(
                                "us-east-1", "prod", "api", new DesiredCount(2), new DesiredCount(0)))),
                row(
                        "A18",
                        "more than rerun-task may",
                        again(),
                        s -> s.steps =
                                List.of(new TaskRerun("us-east-1", "prod", "task-2", "report:3", "subnet-0aa1"))),
                row("A18", "more than stop-task may", stopped(), s -> {
                    s.steps = List.of(new TaskStop("us-east-1", "prod", "task-2"));
                    s.allowedBy("U1");
                }),
                row(
                        "A18",
                        "more than lower-desired-count may",
                        fewer(),
                        s -> s.steps = List.of(new ServiceUpdate(
                                "us-east-1", "prod", "api", new DesiredCount(2), new DesiredCount(2)))),
                row(
                        "A18",
                        "more than lower-desired-count may",
                        fewer(),
                        s -> s.steps = List.of(new ServiceUpdate(
                                "us-east-1", "prod", "api", new DesiredCount(2), new DesiredCount(3)))),
                row(
                        "A18",
                        "more than lower-desired-count may",
                        new Situation("lower-desired-count"),
                        s -> s.steps = List.of(new ServiceUpdate(
                                "us-east-1", "prod", "api", new DesiredCount(2), new DesiredCount(0)))),
                row(
                        "A18",
                        "more than force-new-deployment may",
                        anew(),
                        s -> s.steps =
                                List.of(new ServiceUpdate("us-east-1", "prod", "web", null, new NewDeployment()))));
    }

    private static Stream<Row> history() {
        return Stream.of(
                row(
                        "A11",
                        "tried less than 10 minutes ago",
                        group(),
                        s -> s.actions = known(List.of(s.action(9, Outcome.FIXED)))),
                row(
                        "A11",
                        "tried 2 times in the last 24 hours",
                        anew(),
                        s -> s.actions = known(List.of(s.action(700, Outcome.FIXED), s.action(1_400, Outcome.FIXED)))),
                row("A12", "did not help", anew(), s -> s.memory = known(List.of(s.action(9_000, Outcome.NOT_FIXED)))),
                row("A12", "what did not help before could not be read", anew(), s -> s.memory = unknown()),
                row(
                        "A13",
                        "another fix of the service",
                        anew(),
                        s -> s.actions = known(List.of(elsewhere(s, "service/prod/api", "prod", 40, Outcome.PENDING)))),
                row(
                        "A13",
                        "another fix in the cluster",
                        anew(),
                        s -> s.actions = known(List.of(elsewhere(s, "service/prod/web", "prod", 40, Outcome.PENDING)))),
                row(
                        "A13",
                        "3 fixes were applied within the last hour",
                        anew(),
                        s -> s.actions = known(Stream.of("a", "b", "c")
                                .map(name -> elsewhere(s, "service/" + name + "/web", name, 59, Outcome.FIXED))
                                .toList())),
                row(
                        "A22",
                        "more than half of the last 10",
                        anew(),
                        s -> s.actions = known(Stream.of(1, 2, 3, 4, 5, 6)
                                .map(n -> elsewhere(s, "service/c/s" + n, "c", 100L * n, Outcome.NOT_FIXED))
                                .toList())));
    }

    private static Action elsewhere(Situation s, String scope, String cluster, long minutesAgo, Outcome outcome) {
        return new Action("action", scope, cluster, "create-log-group", s.cause, "web:1", ago(minutesAgo), outcome);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void guard_refuses_andNoOtherDoes(Row row) {
        Snapshot snapshot = row.situation().snapshot();

        assertThat(Guards.refusal(Guards.ALL, snapshot)).hasValueSatisfying(refusal -> {
            assertThat(refusal.guard()).isEqualTo(row.guard());
            assertThat(refusal.why()).contains(row.says());
        });
        List<Guard> without =
                Guards.ALL.stream().filter(g -> !g.id().equals(row.guard())).toList();
        assertThat(Guards.refusal(without, snapshot)).isEmpty();
    }

    @Test
    void anUnknownPast_refuses() {
        Situation s = anew();
        s.actions = unknown();

        assertThat(Guards.refusal(Guards.ALL, s.snapshot()))
                .contains(new Guards.Refusal("A11", "what was done before could not be read (AccessDenied: a read)"));
    }

    @Test
    void everyGuard_isTheOnlyOneToRefuseSomething() {
        assertThat(rows().map(Row::guard))
                .containsAll(Guards.ALL.stream().map(Guard::id).toList());
    }

    @Test
    void guards_areAskedInOrder() {
        assertThat(Guards.ALL)
                .map(Guard::id)
                .containsExactly(
                        "A1", "A2", "A3", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13", "A14", "A15", "A16",
                        "A17", "A18", "A22", "A4");
    }

    static Stream<Situation> passing() {
        Situation many = dns();
        many.storm = known(true);
        many.sharers = known(40);
        Situation shortly = longer();
        shortly.deployments = known(List.of(listed("7", "SUCCESSFUL", 1)));
        Situation six = anew();
        six.actions = known(Stream.of(1, 2, 3, 4, 5)
                .map(n -> elsewhere(six, "service/c/s" + n, "c", 100L * n, Outcome.NOT_FIXED))
                .toList());
        Situation another = anew();
        another.memory = known(List.of(new Action(
                "action",
                "service/prod/api",
                "prod",
                another.fix,
                another.cause,
                "api:6",
                ago(90),
                Outcome.NOT_FIXED)));
        Situation oneMore = anew();
        oneMore.actions = known(List.of(oneMore.action(16, Outcome.FIXED)));
        Situation byClick = anew();
        byClick.certainty = Certainty.PROBABLE;
        byClick.cap = known(Mode.APPROVE);
        byClick.tags = known(List.of(Map.of(OptIn.MODE_TAG, "approve")));
        byClick.allowedBy("U2");
        Situation young = back();
        young.deployments = known(List.of(listed("7", "IN_PROGRESS", 0), listed("6", "SUCCESSFUL", 5)));
        Situation untagged = again();
        untagged.tags = known(List.of(Map.of(OptIn.MODE_TAG, "approve")));
        untagged.allowedBy("U1");
        Situation one = fewer();
        one.steps = List.of(new ServiceUpdate("us-east-1", "prod", "api", new DesiredCount(2), new DesiredCount(1)));
        return Stream.of(
                anew(), longer(), back(), dns(), group(), again(), stopped(), fewer(), many, shortly, six, another,
                oneMore, byClick, young, untagged, one);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatIsAllowed_passes(Situation situation) {
        assertThat(Guards.refusal(Guards.ALL, situation.snapshot())).isEmpty();
    }
}
