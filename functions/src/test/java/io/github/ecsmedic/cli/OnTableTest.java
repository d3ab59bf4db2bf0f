package io.github.ecsmedic.cli;

import static io.github.ecsmedic.cli.FakeMeans.ALICE;
import static io.github.ecsmedic.cli.FakeMeans.BOB;
import static io.github.ecsmedic.cli.FakeMeans.NOW;
import static io.github.ecsmedic.cli.FakeMeans.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.cli.Shell.Result;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Deed;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.MemoryAuditLog;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Deadline;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnTableTest {
    private static final String FIX = "extend-grace-period";
    private static final ServiceUpdate LONGER =
            new ServiceUpdate("us-east-1", "prod", "api", new GracePeriod(60), new GracePeriod(135));

    private final FakeMeans means = new FakeMeans();
    private final Map<String, String> environment = new HashMap<>(Map.of("ECS_MEDIC_TABLE", TABLE));

    @BeforeEach
    void incident() {
        Cause slow = new Cause(
                "health.start_period_too_short",
                Certainty.PROVEN,
                "It starts too slowly",
                Resources.of("target-group", "tg-1", "grace-period", "60s", "boot-time", "90s"),
                List.of());
        Incident incident = Seen.incident("i-1", 0, diagnosis(slow));
        means.memory.commit(new Commit(
                List.of(),
                List.of(new Change(0, incident, Map.of())),
                List.of(new Wanted("i-1", "slack", incident.version(), NOW))));
    }

    private static Diagnosis diagnosis(Cause cause) {
        Diagnosis d = Seen.diagnosis(Seen.service("api"), "app.unhealthy", cause);
        return new Diagnosis(
                d.subject(),
                d.label(),
                d.alert(),
                d.message(),
                d.failedAt(),
                new Diagnosis.Capacity(1, 2, FakeAccount.DEPLOYMENT),
                d.causes(),
                d.sideFindings(),
                d.refuted(),
                d.notChecked(),
                d.path(),
                d.alsoAffected(),
                d.looked(),
                d.changes(),
                d.log(),
                d.difference(),
                d.fixes(),
                d.cost());
    }

    private Result run(String... line) {
        return run("", false, line);
    }

    private Result run(String in, boolean terminal, String... line) {
        return new Shell(in, environment, () -> new ApplyTest.Fake(FakeAccount.small(), means), terminal).run(line);
    }

    private Incident stored() {
        return means.memory.incident("i-1").orElseThrow();
    }

    private Treatment treatment() {
        return stored().treatments().getLast();
    }

    /** As it does every minute. */
    private void function(String... approvers) {
        Standing standing = new Standing(new OptIn(Mode.NOTIFY, Set.of()), Set.of(approvers), Set.of(), false);
        Ward ward = new Ward(
                means.memory, new Audience(List.of(), means.clock()), new Deadline(Duration.ofMinutes(1)), "function");
        new Mender(ward, new Mending(Room.PLANS, standing, means, means, means.audit)).work();
    }

    private void later(int minutes) {
        means.now = means.now.plus(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve i-1 --yes", "undo i-1 --yes", "history"})
    void command_withoutATable_isOneLine(String line) {
        environment.clear();
        String name = line.split(" ", -1)[0];

        assertThat(run(line.split(" ", -1)))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: " + name + " needs the incident table of the installation:"
                                + " give --table NAME, or set ECS_MEDIC_TABLE\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve i-1 --yes", "undo i-1 --yes", "history"})
    void table_thatIsNotThere_isWrongUsage_andOneThatRefuses_isTheAccount(String line) {
        means.tableFault = "cannot read table medic-table: ResourceNotFoundException: dynamodb:GetItem";
        assertThat(run(line.split(" ", -1)))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: there is no table medic-table in us-east-1;"
                                + " the stack's output names it, and its region is to be given by --region\n"));
        means.tableFault = "cannot read table medic-table: AccessDenied: dynamodb:GetItem";
        assertThat(run(line.split(" ", -1)))
                .isEqualTo(new Result(
                        3,
                        "",
                        "ecs-medic: the incident table could not be reached: cannot read table medic-table:"
                                + " AccessDenied: dynamodb:GetItem\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "undo"})
    void incident_unknown_isOneLine(String command) {
        assertThat(run(command, "i-9", "--yes"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: the table medic-table in us-east-1 has no incident i-9;"
                                + " its id stands in its message\n"));
    }

    private void over() {
        Incident i = stored();
        Incident cured = i.treatments().isEmpty() ? i : i.treated(treatment().to(State.FIXED, "", means.now));
        Incident over = cured.observed(Map.of("service/prod/api", Optional.empty()), means.now);
        List<Action> known = means.memory.actions().stream()
                .map(action -> action.with(Outcome.FIXED))
                .toList();
        assertThat(means.memory.commit(new Commit(
                        List.of(),
                        List.of(new Change(i.version(), over, Map.of())),
                        List.of(),
                        List.of(),
                        new Deed(known, Optional.empty()))))
                .isTrue();
    }

    @Test
    void approval_ofAnIncidentThatIsOver_isOneLine() {
        over();

        assertThat(run("approve", "i-1", "--yes"))
                .isEqualTo(new Result(2, "", "ecs-medic: incident i-1 is over since " + NOW + "\n"));
    }

    @Test
    void undo_ofAnIncidentThatEndedADayAgo_isDoneByTheFunction() {
        run("approve", "i-1", "--yes");
        function(ALICE);
        over();
        later(24 * 60);

        assertThat(run("undo", "i-1", "--yes").exitCode()).isZero();
        assertThat(means.memory.actions()).hasSize(1).allMatch(Action::pending);
        assertThat(run("history").out()).contains("  extend-grace-period  is being taken back\n");
        later(2);
        function(ALICE);
        later(2);
        function(ALICE);

        assertThat(means.sent).containsExactly(LONGER, LONGER.inverse().orElseThrow());
        assertThat(treatment().state()).isEqualTo(State.UNDONE);
        assertThat(means.memory.actions()).noneMatch(Action::pending);
        assertThat(run("history").out()).contains("  extend-grace-period  taken back\n");
        assertThat(stored().ending()).isNotNull();
    }

    @Test
    void undo_ofAnIncidentThatEndedLongAgo_isForAPerson() {
        run("approve", "i-1", "--yes");
        function(ALICE);
        over();
        later(24 * 60 + 1);

        assertThat(run("undo", "i-1", "--yes"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: incident i-1 is over since " + NOW + "; take extend-grace-period back by hand:"
                                + " aws ecs update-service --cluster prod --service api"
                                + " --health-check-grace-period-seconds 60 --region us-east-1\n"));
        assertThat(treatment().state()).isEqualTo(State.FIXED);
    }

    @Test
    void approval_isShown_stored_andCarriedOutByTheFunction() {
        Result result = run("approve", "i-1", "--yes");

        assertThat(result).isEqualTo(new Result(0, """
                        Incident i-1, plan %s

                        extend-grace-period sends
                        aws ecs update-service --cluster prod --service api --health-check-grace-period-seconds 135 --region us-east-1
                        What takes it back:
                        aws ecs update-service --cluster prod --service api --health-check-grace-period-seconds 60 --region us-east-1
                        It reaches a setting of service api, and replaces no task.
                        Allowed by arn:aws:iam::111122223333:user/alice.\
                         The function applies it within a minute, if its guards and its list of approvers let it;\
                         see: ecs-medic history --table medic-table
                        """.formatted(treatment().plan()), ""));
        assertThat(treatment().people()).containsExactly(ALICE);
        assertThat(means.memory.telling("i-1", "slack").orElseThrow().wanted()).isEqualTo(stored().version());
        assertThat(means.sent).isEmpty();
        function(ALICE);
        assertThat(means.sent).containsExactly(LONGER);
        assertThat(treatment().state()).isEqualTo(State.ACTED);
    }

    @Test
    void approval_ofSomebodyWhoIsNotListed_isRefusedByTheFunction() {
        run("approve", "i-1", "--yes");
        function(BOB);

        assertThat(treatment().why()).isEqualTo("who allowed it is not among those who may");
        assertThat(means.sent).isEmpty();
    }

    @Test
    void approval_ofAnotherPlan_isOneLine() {
        Result result = run("approve", "i-1", "--plan", "0123456789abcdef", "--yes");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("ecs-medic: what would be sent for incident i-1 is no longer plan 0123456789abcdef;"
                        + " it has extend-grace-period (plan ");
        assertThat(stored().treatments()).isEmpty();
    }

    @Test
    void approval_ofAnotherFix_isOneLineWithTheNearest() {
        Result result = run("approve", "i-1", "--fix", "extend-grace", "--yes");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("ecs-medic: incident i-1 has no fix extend-grace: did you mean extend-grace-period?;");
    }

    @Test
    void approval_twiceByTheSamePerson_isOneLine() {
        environment.put("ECS_MEDIC_TWO_PEOPLE", FIX);
        assertThat(run("approve", "i-1", "--yes").out())
                .endsWith("Allowed by " + ALICE + "; one more person has to allow it.\n");
        assertThat(run("approve", "i-1", "--yes").err())
                .isEqualTo(
                        "ecs-medic: you have allowed extend-grace-period already; one more person has to allow it\n");

        means.caller = FakeMeans.known(BOB);
        run("approve", "i-1", "--yes");

        assertThat(treatment().people()).containsExactly(ALICE, BOB);
        function(ALICE, BOB);
        assertThat(means.sent).containsExactly(LONGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "undo"})
    void question_answeredByNo_storesNothing(String command) {
        if (command.equals("undo")) {
            run("approve", "i-1", "--yes");
            function(ALICE);
        }
        Incident before = stored();

        assertThat(run("n\n", true, command, "i-1").exitCode()).isEqualTo(1);
        assertThat(run("", false, command, "i-1").err()).endsWith("there is no terminal to answer at: give --yes\n");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void undo_takesBackWhatWasApplied() {
        run("approve", "i-1", "--yes");
        function(ALICE);

        Result result = run("undo", "i-1", "--yes");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .startsWith("Incident i-1: extend-grace-period is taken back by\n"
                        + "aws ecs update-service --cluster prod --service api"
                        + " --health-check-grace-period-seconds 60 --region us-east-1\n");
        later(2);
        function(ALICE);
        later(2);
        function(ALICE);
        assertThat(means.sent).containsExactly(LONGER, LONGER.inverse().orElseThrow());
        assertThat(treatment().state()).isEqualTo(State.UNDONE);
    }

    @Test
    void undo_ofWhatSomebodyChangedSince_leavesItAsItIs() {
        run("approve", "i-1", "--yes");
        function(ALICE);
        run("undo", "i-1", "--yes");
        means.set(LONGER, new GracePeriod(400).text());

        later(2);
        function(ALICE);

        assertThat(means.sent).containsExactly(LONGER);
        assertThat(treatment().state()).isNotEqualTo(State.UNDOING);
        assertThat(treatment().why()).contains("it was not taken back: somebody else has changed it since");
    }

    @Test
    void undo_bySomebodyWhoIsNotListed_isRefusedByTheFunction() {
        run("approve", "i-1", "--yes");
        function(ALICE);
        means.caller = FakeMeans.known(BOB);
        run("undo", "i-1", "--yes");

        later(2);
        function(ALICE);

        assertThat(means.sent).containsExactly(LONGER);
        assertThat(treatment().why())
                .contains("it was not taken back: " + BOB + " is not among those who may have it taken back");
    }

    @Test
    void undo_thatTheFunctionSeesTooLate_isRefused() {
        run("approve", "i-1", "--yes");
        function(ALICE);
        run("undo", "i-1", "--yes");

        later(31);
        function(ALICE);

        assertThat(means.sent).containsExactly(LONGER);
        assertThat(treatment().why()).contains("it was asked for more than 30 minutes ago");
    }

    @Test
    void undo_whereNothingWasApplied_isOneLine() {
        assertThat(run("undo", "i-1", "--yes"))
                .isEqualTo(new Result(2, "", "ecs-medic: nothing was applied for incident i-1\n"));
    }

    @Test
    void undo_asked_twice_isOneLine() {
        run("approve", "i-1", "--yes");
        function(ALICE);
        run("undo", "i-1", "--yes");

        assertThat(run("undo", "i-1", "--yes").err()).startsWith("ecs-medic: it is being taken back already");
    }

    @Test
    void history_tellsWhatWasDone_byWhom_newestFirst() {
        run("approve", "i-1", "--yes");
        function(ALICE);

        assertThat(run("history").out()).startsWith("""
                2026-11-20T03:12:00Z  service/prod/api  extend-grace-period  done, not verified yet
                    by arn:aws:iam::111122223333:user/alice, incident i-1
                """);
        assertThat(run("history", "--service", "worker").out())
                .startsWith("Nothing was changed in the last 90 days.\n");
        assertThat(run("history", "--json").out())
                .startsWith(
                        "{\"schema\":1,\"changes\":[{\"at\":\"2026-11-20T03:12:00Z\",\"scope\":\"service/prod/api\","
                                + "\"fix\":\"extend-grace-period\",");
    }

    private String audit() {
        return run("history").out().lines().toList().getLast();
    }

    @Test
    void history_saysWhetherTheAuditIsWhole_inBothPlacesWhereItCan() {
        assertThat(audit()).isEqualTo("There is no audit record.");
        run("approve", "i-1", "--yes");
        function(ALICE);

        assertThat(audit())
                .isEqualTo("The audit of 111122223333/us-east-1 is whole in the table: 2 records."
                        + " Its second place was not read: ECS_MEDIC_AUDIT_LOG is not set.");
        environment.put("ECS_MEDIC_AUDIT_LOG", "audit");
        assertThat(audit()).isEqualTo("The audit of 111122223333/us-east-1 is whole in both places: 2 records.");
        MemoryAuditLog down = new MemoryAuditLog();
        down.down = true;
        means.audit = down;
        assertThat(audit())
                .isEqualTo("The audit of 111122223333/us-east-1 is whole in the table: 2 records."
                        + " Its second place was not read: the log group is out of reach.");
        assertThat(run("history").exitCode()).isZero();
    }

    @Test
    void history_ofAnAuditThatIsNotWhole_fails() {
        run("approve", "i-1", "--yes");
        function(ALICE);
        environment.put("ECS_MEDIC_AUDIT_LOG", "audit");
        means.audit = new MemoryAuditLog();

        assertThat(audit())
                .isEqualTo("The audit of 111122223333/us-east-1 is NOT whole: the second place lacks record 1."
                        + " CloudWatch shows a record some seconds late: if it was written just now, ask again.");
        assertThat(run("history").exitCode()).isEqualTo(1);
        assertThat(run("history", "--json").out()).contains("\"whole\":false,\"secondPlace\":\"read\"");
    }
}
