package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DiagnoseHandlerTest {
    private static final NotChecked HUNG = new NotChecked("vpc-dns-attributes", "time: ec2:DescribeVpcAttribute");

    private final FlakyLedger ledger = new FlakyLedger();
    private final AtomicInteger given = new AtomicInteger();
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
        assertThat(answer.counts())
                .isEqualTo("{\"messages\":10,\"recorded\":4,\"benign\":2,\"ignored\":2,\"returned\":2}");
        assertThat(answer.detail("m3")).isEqualTo("{\"id\":\"m3\",\"fate\":\"returned\",\"why\":\"no JSON\"}");
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
                .isEqualTo("{\"id\":\"m1\",\"fate\":\"recorded\",\"incident\":\"id-1\",\"news\":\"opened\","
                        + "\"failures\":1,\"cluster\":\"shop\",\"service\":\"fails-a\","
                        + "\"task\":\"\",\"label\":\"app.crash\",\"alert\":\"failure\","
                        + "\"causes\":[\"app.crash proven\"],\"notChecked\":[],"
                        + "\"apiCalls\":5,\"criticalPath\":2,\"millis\":7}");
        assertThat(answer.told())
                .isEqualTo("[{\"sink\":\"sns\",\"incident\":\"id-1\",\"news\":\"opened\",\"result\":\"sent\"}]");
    }

    @Test
    void batch_empty_isAnsweredWithNothing() throws IOException {
        assertThat(run(120_000, List.of(), Batches.of()).response()).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void batch_thatIsNone_isThrownBack() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> run(120_000, List.of(), new ByteArrayInputStream("{\"foo\":1}".getBytes(UTF_8))));
    }

    @Test
    void sinks_oneOfTwoFails_messageStaysAndIsAnError() throws IOException {
        Kept sns = new Kept("sns");

        Answer answer = run(120_000, List.of(sns, new Refusing("slack")), Batches.of(Batches.stopped("fails-a")));

        assertThat(answer.response()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(sns.taken()).containsExactly(failure("fails-a"));
        assertThat(answer.log().get("level").asText()).isEqualTo("ERROR");
        assertThat(answer.told()).contains("\"sink\":\"slack\"", "\"result\":\"HTTP 404: renew the webhook\"");
        assertThat(ledger.waitingSince()).isPresent();
    }

    @Test
    void sinks_allFail_messageIsKeptToBeToldLater() throws IOException {
        Answer answer = run(
                120_000,
                List.of(new Refusing("sns"), new Broken("slack")),
                Batches.of(Batches.stopped("fails-a"), Batches.stopped("benign-a")));

        assertThat(answer.response()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(answer.told())
                .contains("\"result\":\"bug: java.lang.IllegalArgumentException at ")
                .doesNotContain("quoted");
        assertThat(ledger.waitingSince()).isPresent();
    }

    @Test
    void sink_thatHangs_takesNoOtherAlong() throws IOException {
        Kept sns = new Kept("sns");

        Answer answer = run(1_000, List.of(sns, new Hanging()), Batches.of(Batches.stopped("fails-a")));

        assertThat(answer.response()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(sns.taken()).containsExactly(failure("fails-a"));
        assertThat(answer.told()).contains("\"sink\":\"hanging\"", "\"result\":\"time: it did not answer\"");
    }

    @Test
    void batch_secondTime_changesNothing() throws IOException {
        Kept sns = new Kept("sns");
        run(120_000, List.of(sns), Batches.of(Batches.stopped("fails-a")));

        Answer again = run(120_000, List.of(sns), Batches.of(Batches.stopped("fails-a")));

        assertThat(again.detail("m1")).isEqualTo("{\"id\":\"m1\",\"fate\":\"ignored\",\"why\":\"seen before\"}");
        assertThat(sns.taken()).containsExactly(failure("fails-a"));
    }

    @Test
    void ledger_thatCannotBeReached_isToldOfOnceAndComesBack() throws IOException {
        ledger.down = true;
        Kept sns = new Kept("sns");
        DiagnoseHandler handler = handler(List.of(sns), true, System.out);
        String[] batch = {
            Batches.stopped("fails-a"),
            Batches.stopped("fails-a", "another", 3, "2026-11-20T03:10:01Z"),
            Batches.stopped("benign-a")
        };

        String first = response(handler, Batches.of(batch));
        String second = response(handler, Batches.received(2, batch));

        assertThat(first)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}");
        assertThat(second).isEqualTo(first);
        assertThat(sns.taken()).containsExactly(failure("fails-a"));
        ledger.down = false;
        assertThat(response(handler, Batches.received(3, batch))).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(ledger.living())
                .singleElement()
                .satisfies(i -> assertThat(i.failures()).isEqualTo(2));
        assertThat(sns.taken()).containsExactly(failure("fails-a"));
        assertThat(ledger.waitingSince()).isEmpty();
    }

    @Test
    void message_onWhichTheEngineItselfHangs_comesBackAlone() throws IOException {
        Answer answer = run(
                1_000, List.of(new Kept("sns")), Batches.of(Batches.stopped("never-ends"), Batches.stopped("fails-a")));

        assertThat(answer.response()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        assertThat(answer.detail("m1")).contains("time: it did not end within the invocation");
    }

    @Test
    void batch_ofEqualFailuresOfWhichOneBreaks_bringsBackThatOne() throws IOException {
        String at = "2026-11-20T03:09:59Z";
        Answer answer = run(
                120_000,
                List.of(new Inbox("sns")),
                Batches.of(
                        Batches.stopped("breaks-for-one", "bad", 3, at),
                        Batches.stopped("breaks-for-one", "good", 3, at),
                        Batches.stopped("breaks-for-one", "better", 3, at)));
        assertThat(answer.response()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        assertThat(ledger.living())
                .singleElement()
                .satisfies(i -> assertThat(i.failures()).isEqualTo(2));
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
        response(
                handler(List.of(sns), false, new PrintStream(new ByteArrayOutputStream(), true, UTF_8)),
                Batches.of(Batches.stopped("logs")));

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
            for (String name : List.of("messages", "recorded", "benign", "ignored", "returned")) {
                counts.append(counts.isEmpty() ? "{" : ",")
                        .append('"')
                        .append(name)
                        .append("\":")
                        .append(log.get(name).asText());
            }
            return counts.append('}').toString();
        }

        String told() {
            return log.get("told").toString();
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
        handler(sinks, true, new PrintStream(log, true, UTF_8))
                .handleRequest(batch, response, new Invocation("request-1", remainingMillis));
        List<String> lines = log.toString(UTF_8).lines().toList();
        assertThat(lines.stream().skip(1)).allMatch(line -> line.contains("\"_aws\""));
        return new Answer(response.toString(UTF_8), new ObjectMapper().readTree(lines.getFirst()));
    }

    private static String response(DiagnoseHandler handler, InputStream batch) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        handler.handleRequest(batch, response, new Invocation("request-1", 120_000));
        return response.toString(UTF_8);
    }

    private DiagnoseHandler handler(List<Sink> sinks, boolean logLines, PrintStream log) {
        Accounts accounts = (place, budget) -> {
            regions.add(place.region());
            budgets.add(budget);
            return new NoAccount();
        };
        Supplier<String> ids = () -> "id-" + given.incrementAndGet();
        return new DiagnoseHandler(
                new BatchWork(
                        new Parts(new ByName(), accounts, ledger, Clock.systemUTC(), ids, logLines), budget -> sinks),
                "ecs-medic-diagnose",
                log);
    }

    /** An engine that does what the service's name says. */
    private static final class ByName implements Engine {
        @Override
        public Optional<Symptom> symptom(EcsEvent event) {
            String service = event instanceof EcsEvent.TaskStateChange change
                    ? change.task().service()
                    : "";
            AlertClass alert = service.startsWith("benign") ? AlertClass.BENIGN : AlertClass.FAILURE;
            Subject subject = new Subject("111122223333", "us-east-1", "shop", service, "", "");
            return service.equals("goes-on-running")
                    ? Optional.empty()
                    : Optional.of(new Symptom(subject, "app.crash", alert, List.of()));
        }

        @Override
        public Outcome diagnose(EcsEvent event, Account account) {
            return DiagnoseHandlerTest.diagnose(event);
        }
    }

    private static Outcome diagnose(EcsEvent event) {
        String service =
                event instanceof EcsEvent.TaskStateChange change ? change.task().service() : "";
        return switch (service) {
            case "breaks-for-one" -> {
                if (event instanceof EcsEvent.TaskStateChange change
                        && change.task().arn().endsWith("/bad")) {
                    throw new IllegalStateException("quoted from the event");
                }
                yield new Outcome.Diagnosed(failure(service, List.of()));
            }
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
        public boolean wants(News news) {
            return MESSAGES.contains(news);
        }

        @Override
        public String tell(Bulletin bulletin) {
            taken.add(bulletin.incident().diagnosis());
            return "";
        }
    }

    private record Refusing(String name) implements Sink {
        @Override
        public boolean wants(News news) {
            return true;
        }

        @Override
        public String tell(Bulletin bulletin) {
            throw new SinkException("HTTP 404: renew the webhook");
        }
    }

    private record Broken(String name) implements Sink {
        @Override
        public boolean wants(News news) {
            return true;
        }

        @Override
        public String tell(Bulletin bulletin) {
            throw new IllegalArgumentException("quoted from the event");
        }
    }

    private record Hanging() implements Sink {
        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public boolean wants(News news) {
            return true;
        }

        @Override
        public String tell(Bulletin bulletin) {
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
