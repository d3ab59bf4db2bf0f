package io.github.ecsmedic.cli;

import static io.github.ecsmedic.cli.FakeMeans.ALICE;
import static io.github.ecsmedic.cli.FakeMeans.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.cli.Shell.Result;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.incident.AuditChain;
import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.MemoryAuditLog;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Hand.Sent;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.model.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplyTest {
    private static final String FIX = "create-log-group";
    private static final LogGroup REQUEST = new LogGroup("us-east-1", FakeAccount.LOG_GROUP);
    private static final String NO_TABLE = "ecs-medic: there is no incident table (--table):"
            + " what was fixed before, and by the function, is not known, and the audit is what is printed here\n";

    private final FakeMeans means = new FakeMeans();
    private final FakeAccount account = FakeAccount.small().behindNat().withoutLogGroup();
    private final Map<String, String> environment =
            new HashMap<>(Map.of("NO_COLOR", "1", "ECS_MEDIC_AUDIT_LOG", "audit"));

    private Result run(String in, boolean terminal, String... more) {
        String[] line = new String[more.length + 3];
        line[0] = "diagnose";
        line[1] = "--event";
        line[2] = getClass().getResource("/apply/log-group-missing.json").getPath();
        System.arraycopy(more, 0, line, 3, more.length);
        return new Shell(in, environment, () -> new Fake(account, means), terminal).run(line);
    }

    record Fake(Account account, Means means) implements Cloud {
        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Account open(String region, Duration budget) {
            return account;
        }

        @Override
        public String obstacle(String region) {
            return "";
        }
    }

    private static JsonNode fix(Result result) {
        try {
            return new ObjectMapper().readTree(result.out()).at("/fixes/0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> decision(Result result) {
        JsonNode fix = fix(result);
        return List.of(
                fix.at("/id").asText(),
                fix.at("/decision").asText(),
                fix.at("/reason").asText());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --apply create-log-groop --yes    | there is no fix 'create-log-groop': did you mean create-log-group?
            --apply xyzzy --yes               | there is no fix 'xyzzy'
            --apply create-log-group          | --apply asks before it changes anything, and there is no terminal to answer at: give --yes
            --apply create-log-group --dry-run --yes | --dry-run and --apply exclude each other
            --yes                             | --yes needs --apply FIX
            """)
    void usage_wrong_isOneLineBeforeAnythingIsRead(String options, String says) {
        assertThat(run("", false, options.split(" ", -1))).isEqualTo(new Result(2, "", "ecs-medic: " + says + "\n"));
    }

    @Test
    void fix_allowedByItsTag_isSentOnce_withoutATable() {
        Result result = run("", false, "--apply", FIX, "--yes");

        assertThat(means.sent).containsExactly(REQUEST);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo(NO_TABLE);
        assertThat(result.out()).endsWith("""

                create-log-group sends
                aws logs create-log-group --log-group-name /example/api --region us-east-1
                What takes it back, by hand alone:
                aws logs delete-log-group --log-group-name /example/api --region us-east-1
                It reaches what service api uses: /example/api.
                No guard holds it back now.
                create-log-group: wanted, allowed by arn:aws:iam::111122223333:user/alice
                create-log-group: sending; it was false
                audit 1: 2026-11-20T03:12:00Z arn:aws:iam::111122223333:user/alice sends logs:CreateLogGroup:\
                 aws logs create-log-group --log-group-name /example/api --region us-east-1
                create-log-group: done
                audit 2: 2026-11-20T03:12:00Z what became of 1: done
                Applied. Whether it helps is not known yet.\
                 Nobody watches it: look in some minutes with ecs-medic diagnose --cluster prod --service api
                """);
    }

    @Test
    void json_ofAnApplication_isOneDocumentWithTheDecision() {
        Result result = run("", false, "--apply", FIX, "--yes", "--json");

        assertThat(decision(result)).containsExactly(FIX, "applied", "it is not known yet whether it helps");
        assertThat(result.out()).hasLineCount(1);
        assertThat(result.err()).contains("create-log-group: done\n");
        assertThat(means.sent).hasSize(1);
    }

    @Test
    void once_more_isSkipped_andNothingIsSent() {
        run("", false, "--apply", FIX, "--yes");

        Result again = run("", false, "--apply", FIX, "--yes", "--json");

        assertThat(decision(again)).containsExactly(FIX, "skipped", "it is so already");
        assertThat(means.sent).hasSize(1);
    }

    @Test
    void question_answeredByYes_isEnough() {
        Result result = run("y\n", true, "--apply", FIX);

        assertThat(result.err()).isEqualTo(NO_TABLE + "Apply create-log-group as " + ALICE + "? [y/N] ");
        assertThat(means.sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"n", "''", "yesterday"})
    void question_answeredOtherwise_sendsNothing(String answer) {
        Result result = run(answer + "\n", true, "--apply", FIX);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).endsWith("Not applied because you said no.\n");
        assertThat(means.sent).isEmpty();
    }

    @Test
    void dryRun_saysWhatItWouldSend_andSendsAndStoresNothing() {
        Result result = run("", false, "--dry-run", "--table", TABLE);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).endsWith("""

                Dry run: nothing is sent
                  - create-log-group could be applied now: --apply create-log-group
                aws logs create-log-group --log-group-name /example/api --region us-east-1
                """);
        assertThat(means.sent).isEmpty();
        assertThat(means.memory.living()).isEmpty();
    }

    @Test
    void dryRun_inJson_leavesItProposedWithTheReason() {
        assertThat(decision(run("", false, "--dry-run", "--json")))
                .containsExactly(FIX, "proposed", "not applied because this is a dry run: nothing is sent");
    }

    @Test
    void fix_thatAnswersSomethingElse_saysWhichDoes() {
        Result result = run("", false, "--apply", "enable-vpc-dns", "--yes", "--json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("ecs-medic: enable-vpc-dns does not answer what was diagnosed;"
                        + " what can be applied: create-log-group\n");
        assertThat(decision(result).get(1)).isEqualTo("proposed");
        assertThat(means.sent).isEmpty();
    }

    @Test
    void fix_thatWouldHarm_isNotApplied() {
        Result result = run("", false, "--apply", "force-new-deployment", "--yes");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("ecs-medic: force-new-deployment is not applied: ");
        assertThat(means.sent).isEmpty();
    }

    @Test
    void credentials_ofNobodyKnown_applyNothing() {
        means.caller = new Answer.Unknown<>("no credentials", "sts:GetCallerIdentity");

        Result result = run("", false, "--apply", FIX, "--yes");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .isEqualTo("ecs-medic: whose credentials these are is not known:"
                        + " no credentials: sts:GetCallerIdentity\n");
        assertThat(means.sent).isEmpty();
    }

    private void heldBack(String why) {
        Result result = run("", false, "--apply", FIX, "--yes", "--json");
        assertThat(decision(result)).containsExactly(FIX, "proposed", "not applied because " + why);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(means.sent).isEmpty();
        assertThat(run("", false, "--dry-run").out()).contains("create-log-group is held back: ");
    }

    @Test
    void service_thatIsNotOptedIn_holdsItBack() {
        means.tags = Map.of();
        heldBack("its mode is notify (tag ecs-medic:mode) (guard A2, opt-in)");
    }

    @Test
    void killSwitch_holdsItBack() {
        means.cap = FakeMeans.known(Mode.NOTIFY);
        heldBack("the kill switch allows no more than notify (guard A1, kill switch)");
    }

    @Test
    void killSwitch_thatCannotBeRead_holdsItBack() {
        means.cap = new Answer.Unknown<>("AccessDenied", "ssm:GetParameter");
        heldBack("the kill switch could not be read (AccessDenied: ssm:GetParameter) (guard A1, kill switch)");
    }

    @Test
    void freeze_holdsItBack() {
        means.frozen = true;
        heldBack("the change calendar is closed (guard A6, change freeze)");
    }

    @Test
    void deploymentUnderWay_holdsItBack() {
        means.deploys();
        heldBack("a deployment is under way (2, IN_PROGRESS) (guard A7, ongoing change)");
    }

    @Test
    void failure_ofLongAgo_holdsItBack() {
        means.now = FakeMeans.NOW.plus(Duration.ofHours(2));
        heldBack("the failure is more than an hour old (guard A17, unchanged)");
    }

    @Test
    void request_thatIsDenied_failed() {
        means.answer = new Sent.Refused("AccessDenied: logs:CreateLogGroup", false);

        Result result = run("", false, "--apply", FIX, "--yes", "--json");

        assertThat(decision(result)).containsExactly(FIX, "failed", "AccessDenied: logs:CreateLogGroup");
        assertThat(means.sent).hasSize(1);
    }

    @Test
    void answer_thatIsLost_isNotCalledDone_andNotSentAgain() {
        means.answer = new Sent.Unknown("time");

        Result result = run("", false, "--apply", FIX, "--yes", "--json");

        assertThat(decision(result)).containsExactly(FIX, "proposed", "it was sent, and its answer is not known yet");
        assertThat(result.err()).contains("Sent, and the answer is not known: do not send it again. ");
        assertThat(means.sent).hasSize(1);
    }

    @Test
    void table_remembersIt_forTheFunction() {
        run("", false, "--apply", FIX, "--yes", "--table", TABLE);

        Treatment kept = means.memory.living().getFirst().treatments().getFirst();
        assertThat(kept.state()).isEqualTo(State.ACTED);
        assertThat(kept.people()).containsExactly(ALICE);
        assertThat(means.memory.actions()).map(Action::outcome).containsExactly(Outcome.PENDING);
        assertThat(means.memory.due(FakeMeans.NOW, 9)).as("SNS has to be told").hasSize(1);
    }

    @Test
    void table_whereTheFunctionWorks_isLeftAlone() {
        means.memory.hold("fix/111122223333/us-east-1", "function", FakeMeans.NOW, FakeMeans.NOW.plusSeconds(60));

        Result result = run("", false, "--apply", FIX, "--yes", "--table", TABLE, "--json");

        assertThat(decision(result))
                .containsExactly(
                        FIX,
                        "proposed",
                        "not applied because another fix is at work in this account and region, or the incident has"
                                + " just changed: try again in a minute");
        assertThat(means.sent).isEmpty();
        assertThat(means.memory.living()).isEmpty();
    }

    @Test
    void table_knowsOfAnotherFixUnderWay() {
        environment.put("ECS_MEDIC_TABLE", TABLE);
        run("", false, "--apply", FIX, "--yes");
        means.tags = Map.of("ecs-medic:mode", "approve");

        Result again = run("", false, "--apply", FIX, "--yes", "--json");

        assertThat(again.err()).doesNotContain(NO_TABLE);
        assertThat(means.sent).hasSize(1);
    }

    @Test
    void table_thatIsNotThere_isOneLine() {
        means.tableFault = "cannot read table tabel: ResourceNotFoundException: dynamodb:BatchGetItem";

        Result result = run("", false, "--apply", FIX, "--yes", "--table", "tabel", "--json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("ecs-medic: there is no table tabel in us-east-1");
        assertThat(means.sent).isEmpty();
    }

    @Test
    void table_withoutTheNameOfItsAuditLog_isOneLine_andNothingIsSent() {
        environment.remove("ECS_MEDIC_AUDIT_LOG");
        String says = "with the incident table every change is first written to the installation's audit:"
                + " set ECS_MEDIC_AUDIT_LOG to the stack's output AuditLogGroupName\n";

        Result result = run("", false, "--apply", FIX, "--yes", "--table", TABLE);
        Result dry = run("", false, "--dry-run", "--table", TABLE);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("ecs-medic: " + says);
        assertThat(dry.exitCode()).isEqualTo(1);
        assertThat(dry.err()).isEqualTo("ecs-medic: --apply would send nothing: " + says);
        assertThat(means.sent).isEmpty();
        assertThat(means.memory.living()).isEmpty();
    }

    @Test
    void run_withoutATable_needsNoAuditLog() {
        environment.remove("ECS_MEDIC_AUDIT_LOG");

        assertThat(decision(run("", false, "--apply", FIX, "--yes", "--json")).get(1))
                .isEqualTo("applied");
    }

    @Test
    void table_hasTheAudit_andSoHasItsSecondPlace() {
        run("", false, "--apply", FIX, "--yes", "--table", TABLE);

        AuditChain chain = AuditChain.of(means.memory, means.audit, "111122223333/us-east-1");
        assertThat(chain.faults()).isEmpty();
        assertThat(chain.table()).hasSize(2).isEqualTo(chain.log().records());
        assertThat(chain.head().lag()).isZero();
    }

    @Test
    void audit_thatDoesNotAnswerAfterwards_isSaid() {
        MemoryAuditLog log = new MemoryAuditLog();
        means.audit = log;
        means.sending = () -> log.down = true;

        Result result = run("", false, "--apply", FIX, "--yes", "--table", TABLE, "--json");

        assertThat(decision(result).get(1)).isEqualTo("applied");
        assertThat(result.err())
                .contains("The end of the audit is not in its second place yet: the log group is out of reach\n");
    }

    @Test
    void table_whoseAuditHasNoSecondPlace_letsNothingBeSent() {
        means.audit = AuditLog.NONE;

        Result result = run("", false, "--apply", FIX, "--yes", "--table", TABLE, "--json");

        assertThat(decision(result))
                .containsExactly(
                        FIX,
                        "proposed",
                        "not applied because its audit record could not be kept in its second place:"
                                + " there is no second place for the audit");
        assertThat(means.sent).isEmpty();
    }

    @Test
    void two_neededWithoutATable_isRefused() {
        environment.put("ECS_MEDIC_TWO_PEOPLE", FIX);

        assertThat(decision(run("", false, "--apply", FIX, "--yes", "--json")))
                .containsExactly(
                        FIX,
                        "proposed",
                        "not applied because two people have to allow it, and without the incident table (--table)"
                                + " nobody knows of the first");
        assertThat(means.sent).isEmpty();
    }

    @Test
    void two_neededWithATable_isWantedAndLeftToTheFunction() {
        environment.put("ECS_MEDIC_TWO_PEOPLE", FIX);

        Result result = run("", false, "--apply", FIX, "--yes", "--table", TABLE, "--json");

        assertThat(decision(result)).containsExactly(FIX, "proposed", "one more person has to allow it");
        assertThat(result.err())
                .contains(
                        "Not applied yet: one more person has to allow it, within 30 minutes:" + " ecs-medic approve ");
        Treatment kept = means.memory.living().getFirst().treatments().getFirst();
        assertThat(kept.state()).isEqualTo(State.WANTED);
        assertThat(means.sent).isEmpty();
    }
}
