package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.aws.AwsAccounts;
import io.github.ecsmedic.aws.Emulator;
import io.github.ecsmedic.aws.Emulator.Fault;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.diagnose.Diagnoser;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Sink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten messages against an account that answers by HTTP, and whose EC2 does not. */
final class DiagnoseHandlerIT {
    private static final List<String> PROPERTIES = List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey");
    /** A region of its own, because the SDK's clients of a region are kept for the process. */
    private static final String REGION = "eu-north-1";

    private static final Diagnoser ENGINE = Catalogue.full().diagnoser();

    private static Emulator emulator;

    @BeforeAll
    static void start() {
        emulator = Emulator.start();
        System.setProperty("aws.endpointUrl", emulator.endpoint().toString());
        System.setProperty("aws.accessKeyId", "x");
        System.setProperty("aws.secretAccessKey", "x");
    }

    @AfterAll
    static void end() {
        PROPERTIES.forEach(System::clearProperty);
        emulator.close();
    }

    @Test
    void batch_withEc2Hanging_isToldInTimeButForTheTwoThatNobodyCanTell() throws IOException {
        emulator.faults(Map.of("ec2:*", Fault.HANG));
        Kept sink = new Kept();
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        long started = System.nanoTime();

        new DiagnoseHandler(
                        new BatchWork(
                                new Parts(
                                        new ThrowsForOne(),
                                        (region, budget) -> AwsAccounts.open(REGION, budget),
                                        new MemoryLedger(),
                                        Clock.systemUTC(),
                                        () -> UUID.randomUUID().toString(),
                                        true),
                                budget -> List.of(sink)),
                        "ecs-medic-diagnose",
                        new PrintStream(log, true, StandardCharsets.UTF_8))
                .handleRequest(batch(), response, new Invocation("request-1", 12_000));

        assertThat(System.nanoTime() - started).isLessThan(11_000_000_000L);
        assertThat(response.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"},{\"itemIdentifier\":\"m8\"}]}");
        assertThat(sink.firstCauses())
                .containsOnlyKeys("image_pull.network_timeout", "app.segfault", "app.exit_nonzero")
                .containsEntry("image_pull.network_timeout", "unknown");
        assertThat(sink.notChecked("image_pull.network_timeout"))
                .anyMatch(open -> open.why().startsWith("time: ec2:"));
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"messages\":10,\"recorded\":3,\"benign\":3,\"ignored\":2,\"returned\":2");
    }

    private static InputStream batch() throws IOException {
        return Batches.of(
                sample("labels/app.segfault"),
                "{\"source\":\"aws.ecs\",",
                Batches.foreign(),
                sample("labels/lifecycle.user_stopped"),
                sample("causes/network.s3_gateway_missing"),
                sample("labels/lifecycle.user_stopped"),
                Batches.foreign(),
                Batches.stopped("throws"),
                sample("causes/app.crash"),
                sample("labels/lifecycle.user_stopped"));
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("..", "events", name, "event.json"));
    }

    private static final class ThrowsForOne implements Engine {
        @Override
        public Optional<Symptom> symptom(EcsEvent event) {
            return ENGINE.symptom(event);
        }

        @Override
        public Outcome diagnose(EcsEvent event, Account account) {
            if (event instanceof EcsEvent.TaskStateChange change
                    && change.task().service().equals("throws")) {
                throw new IllegalStateException("a bug");
            }
            return ENGINE.diagnose(event, account);
        }
    }

    private record Kept(List<Diagnosis> taken) implements Sink {
        Kept() {
            this(new CopyOnWriteArrayList<>());
        }

        @Override
        public String name() {
            return "kept";
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

        Map<String, String> firstCauses() {
            Map<String, String> causes = new TreeMap<>();
            taken.forEach(d -> causes.put(
                    d.label(), d.causes().stream().map(Cause::id).findFirst().orElse("")));
            return causes;
        }

        List<NotChecked> notChecked(String label) {
            return taken.stream()
                    .filter(d -> d.label().equals(label))
                    .flatMap(d -> d.notChecked().stream())
                    .toList();
        }
    }
}
