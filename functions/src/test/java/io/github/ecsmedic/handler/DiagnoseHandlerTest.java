package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Balancers;
import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Changes;
import io.github.ecsmedic.account.Deployments;
import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.LogGroups;
import io.github.ecsmedic.account.Logs;
import io.github.ecsmedic.account.Names;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.Roles;
import io.github.ecsmedic.account.Storage;
import io.github.ecsmedic.account.Vault;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DiagnoseHandlerTest {
    private static final NotChecked HUNG = new NotChecked("vpc-dns-attributes", "time: ec2:DescribeVpcAttribute");

    private final List<Duration> budgets = new CopyOnWriteArrayList<>();
    private final List<String> regions = new CopyOnWriteArrayList<>();

    @Test
    void batch_tenMessages_onlyThoseThatNobodyCanTellComeBack() throws IOException {
        Kept sns = new Kept("sns");

        Answer answer = run(
                120_000,
                List.of(sns),
                Batches.of(
                        Batches.stopped("fails-a"),
                        Batches.stopped("benign-a"),
                        "no { JSON",
                        Batches.stopped("fails-b"),
                        Batches.foreign(),
                        Batches.stopped("hangs-in-ec2"),
                        Batches.stopped("benign-b"),
                        Batches.stopped("throws"),
                        Batches.stopped("fails-c"),
                        Batches.stopped("goes-on-running")));

        assertThat(answer.response())
                .isEqualTo("{\"batchItemFailures\":[" + "{\"itemIdentifier\":\"m3\"},{\"itemIdentifier\":\"m8\"}]}");
        assertThat(sns.taken())
                .containsExactlyInAnyOrder(
                        failure("fails-a"),
                        failure("fails-b"),
                        failure("fails-c"),
                        failure("hangs-in-ec2", List.of(HUNG)));
        assertThat(answer.log().get("level").asText()).isEqualTo("ERROR");
        assertThat(answer.counts()).isEqualTo("{\"messages\":10,\"told\":4,\"benign\":2,\"ignored\":2,\"returned\":2}");
        assertThat(answer.detail("m3"))
                .isEqualTo("{\"id\":\"m3\",\"fate\":\"returned\",\"why\":\"no JSON\",\"sinks\":{}}");
        assertThat(answer.detail("m5"))
                .isEqualTo("{\"id\":\"m5\",\"fate\":\"ignored\",\"why\":\"foreign source: aws.ec2\"}");
        assertThat(answer.detail("m6"))
                .contains("\"notChecked\":[\"vpc-dns-attributes time: ec2:DescribeVpcAttribute\"]");
        assertThat(answer.detail("m8"))
                .contains("bug: java.lang.IllegalStateException at ")
                .doesNotContain("quoted");
        assertThat(answer.detail("m10"))
                .isEqualTo("{\"id\":\"m10\",\"fate\":\"ignored\",\"why\":\"the task has not stopped\"}");
    }

    @Test
    void batch_allWell_isToldInOneLineWithWhatItTakesToFollowIt() throws IOException {
        Answer answer = run(120_000, List.of(new Kept("sns")), Batches.of(Batches.stopped("fails-a")));

        assertThat(answer.response()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(answer.log().get("level").asText()).isEqualTo("INFO");
        assertThat(answer.log().get("requestId").asText()).isEqualTo("request-1");
        assertThat(answer.detail("m1"))
                .isEqualTo("{\"id\":\"m1\",\"fate\":\"told\",\"cluster\":\"shop\",\"service\":\"fails-a\","
                        + "\"task\":\"\",\"label\":\"app.crash\",\"alert\":\"failure\","
                        + "\"causes\":[\"app.crash proven\"],\"notChecked\":[],"
                        + "\"apiCalls\":5,\"criticalPath\":2,\"millis\":7,\"sinks\":{\"sns\":\"sent\"}}");
    }

    @Test
    void batch_empty_isAnsweredWithNothing() throws IOException {
        assertThat(run(120_000, List.of(), Batches.of()).response()).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void batch_thatIsNone_isThrownBack() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> run(
                        120_000, List.of(), new ByteArrayInputStream("{\"foo\":1}".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void sinks_oneOfTwoFails_messageStaysAndIsAnError() throws IOException {
        Kept sns = new Kept("sns");

        Answer answer = run(120_000, List.of(sns, new Refusing("slack")), Batches.of(Batches.stopped("fails-a")));

        assertThat(answer.response()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(sns.taken()).containsExactly(failure("fails-a"));
        assertThat(answer.log().get("level").asText()).isEqualTo("ERROR");
        assertThat(answer.detail("m1"))
                .contains("\"sinks\":{\"sns\":\"sent\",\"slack\":\"HTTP 404: renew the webhook\"}");
    }

    @Test
    void sinks_allFail_messageComesBack() throws IOException {
        Answer answer = run(
                120_000,
                List.of(new Refusing("sns"), new Broken("slack")),
                Batches.of(Batches.stopped("fails-a"), Batches.stopped("benign-a")));

        assertThat(answer.response()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        assertThat(answer.detail("m1"))
                .contains("\"fate\":\"returned\",\"why\":\"no sink took it\"")
                .contains("\"slack\":\"bug: java.lang.IllegalArgumentException at ")
                .doesNotContain("quoted");
    }

    @Test
    void sink_thatHangs_takesNoOtherAlong() throws IOException {
        Kept sns = new Kept("sns");

        Answer answer = run(1_000, List.of(sns, new Hanging()), Batches.of(Batches.stopped("fails-a")));

        assertThat(answer.response()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(sns.taken()).containsExactly(failure("fails-a"));
        assertThat(answer.detail("m1"))
                .contains("\"sinks\":{\"sns\":\"sent\",\"hanging\":\"time: it did not answer\"}");
    }

    @Test
    void message_onWhichTheEngineItselfHangs_comesBackAlone() throws IOException {
        Answer answer = run(
                1_000, List.of(new Kept("sns")), Batches.of(Batches.stopped("never-ends"), Batches.stopped("fails-a")));

        assertThat(answer.response()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        assertThat(answer.detail("m1")).contains("time: it did not end within the invocation");
    }

    @Test
    void account_ofEachMessage_isOpenedInItsRegionWithWhatTheInvocationLeaves() throws IOException {
        run(70_000, List.of(new Kept("sns")), Batches.of(Batches.stopped("fails-a"), Batches.stopped("fails-b")));

        assertThat(budgets).containsExactly(Duration.ofSeconds(40), Duration.ofSeconds(40));
        assertThat(regions).containsExactly("us-east-1", "us-east-1");
    }

    @Test
    void logLines_off_reachNoSink() throws IOException {
        Kept sns = new Kept("sns");
        handler(List.of(sns), false, new ByteArrayOutputStream())
                .handleRequest(
                        Batches.of(Batches.stopped("logs")),
                        new ByteArrayOutputStream(),
                        new Invocation("request-1", 120_000));

        assertThat(sns.taken().getFirst().log()).isEqualTo(new LogTail("/ecs/shop", "app/app/1", List.of()));
        assertThat(sns.taken().toString()).doesNotContain("DB_PASSWORD");
    }

    @Test
    void logLines_on_reachTheSink() throws IOException {
        Kept sns = new Kept("sns");

        run(120_000, List.of(sns), Batches.of(Batches.stopped("logs")));

        assertThat(sns.taken()).containsExactly(logs());
    }

    private record Answer(String response, JsonNode log) {
        String counts() {
            StringBuilder counts = new StringBuilder();
            for (String name : List.of("messages", "told", "benign", "ignored", "returned")) {
                counts.append(counts.isEmpty() ? "{" : ",")
                        .append('"')
                        .append(name)
                        .append("\":")
                        .append(log.get(name).asText());
            }
            return counts.append('}').toString();
        }

        String detail(String id) {
            for (JsonNode detail : log.get("details")) {
                if (detail.get("id").asText().equals(id)) {
                    return detail.toString();
                }
            }
            return "";
        }
    }

    private Answer run(int remainingMillis, List<Sink> sinks, InputStream batch) throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        handler(sinks, true, log).handleRequest(batch, response, new Invocation("request-1", remainingMillis));
        List<String> lines = log.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(1);
        return new Answer(response.toString(StandardCharsets.UTF_8), new ObjectMapper().readTree(lines.getFirst()));
    }

    private DiagnoseHandler handler(List<Sink> sinks, boolean logLines, ByteArrayOutputStream log) {
        Accounts accounts = (region, budget) -> {
            regions.add(region);
            budgets.add(budget);
            return new NoAccount();
        };
        return new DiagnoseHandler(
                new BatchWork(DiagnoseHandlerTest::diagnose, accounts, budget -> sinks, logLines),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    /** An engine that does what the service's name says. */
    private static Outcome diagnose(EcsEvent event, Account account) {
        String service =
                event instanceof EcsEvent.TaskStateChange change ? change.task().service() : "";
        return switch (service) {
            case "throws" -> throw new IllegalStateException("quoted from the event");
            case "goes-on-running" -> new Outcome.Ignored("the task has not stopped");
            case "never-ends" -> throw new IllegalStateException(String.valueOf(forever()));
            case "hangs-in-ec2" -> new Outcome.Diagnosed(failure(service, List.of(HUNG)));
            case "benign-a", "benign-b" -> new Outcome.Diagnosed(benign(service));
            case "logs" -> new Outcome.Diagnosed(logs());
            default -> new Outcome.Diagnosed(failure(service));
        };
    }

    private static boolean forever() {
        try {
            new CountDownLatch(1).await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static Diagnosis failure(String service) {
        return failure(service, List.of());
    }

    private static Diagnosis failure(String service, List<NotChecked> notChecked) {
        return diagnosis(
                service,
                AlertClass.FAILURE,
                List.of(new Cause(
                        "app.crash",
                        Certainty.PROVEN,
                        "The process of container app ended with exit code 1",
                        Resources.NONE,
                        List.of(new Evidence("exit code 1", "event")))),
                notChecked,
                LogTail.NONE);
    }

    private static Diagnosis benign(String service) {
        return diagnosis(service, AlertClass.BENIGN, List.of(), List.of(), LogTail.NONE);
    }

    private static Diagnosis logs() {
        String line = "missing variable DB_PASSWORD";
        return diagnosis(
                "logs",
                AlertClass.FAILURE,
                List.of(new Cause(
                        "app.missing_configuration",
                        Certainty.PROVEN,
                        "The application ended: " + line,
                        Resources.NONE,
                        List.of(new Evidence("it says DB_PASSWORD is missing", "logs:GetLogEvents")))),
                List.of(),
                new LogTail("/ecs/shop", "app/app/1", List.of("x", line)));
    }

    private static Diagnosis diagnosis(
            String service, AlertClass alert, List<Cause> causes, List<NotChecked> notChecked, LogTail log) {
        return new Diagnosis(
                new Subject("111122223333", "us-east-1", "shop", service, "", ""),
                "app.crash",
                alert,
                "",
                null,
                Diagnosis.Capacity.UNKNOWN,
                causes,
                List.of(),
                List.of(),
                notChecked,
                List.of(),
                List.of(),
                Diagnosis.Looked.NONE,
                List.of(),
                log,
                List.of(),
                List.of(),
                new Diagnosis.Cost(5, 2, 7));
    }

    private record Kept(String name, List<Diagnosis> taken) implements Sink {
        Kept(String name) {
            this(name, new CopyOnWriteArrayList<>());
        }

        @Override
        public void send(Diagnosis diagnosis) {
            taken.add(diagnosis);
        }
    }

    private record Refusing(String name) implements Sink {
        @Override
        public void send(Diagnosis diagnosis) {
            throw new SinkException("HTTP 404: renew the webhook");
        }
    }

    private record Broken(String name) implements Sink {
        @Override
        public void send(Diagnosis diagnosis) {
            throw new IllegalArgumentException("quoted from the event");
        }
    }

    private record Hanging() implements Sink {
        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public void send(Diagnosis diagnosis) {
            forever();
            throw new IllegalStateException("interrupted");
        }
    }

    private static final class NoAccount implements Account {
        @Override
        public Workloads workloads() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Deployments deployments() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Networks networks() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Names names() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Images images() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Balancers balancers() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Capacity capacity() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Vault vault() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Storage storage() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Keys keys() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public LogGroups logGroups() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Roles roles() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Logs logs() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Changes changes() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Diagnosis.Cost cost() {
            return Diagnosis.Cost.NONE;
        }
    }
}
