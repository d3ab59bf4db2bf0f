package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.ecsmedic.account.Capacity.ScalingGroup;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.FakeCapacity;
import io.github.ecsmedic.account.FakeImages;
import io.github.ecsmedic.account.FakeStorage;
import io.github.ecsmedic.account.FakeVault;
import io.github.ecsmedic.account.Images.Manifest;
import io.github.ecsmedic.account.Images.Platform;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.account.Roles.Role;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.OwnerTags;
import io.github.ecsmedic.notify.KeptDiagnosis;
import io.github.ecsmedic.notify.MessageOptions;
import io.github.ecsmedic.notify.SlackMessage;
import io.github.ecsmedic.notify.SnsMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From an event to what a person reads: the files in {@code events/causes}, written anew by {@code -Dgolden.write=true}. */
class ToldCausesTest {
    private static final Path CAUSES = Path.of("..", "events", "causes");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Decision SECRET_DENIED = new Decision(
            "secretsmanager:GetSecretValue",
            "arn:aws:secretsmanager:us-east-1:111122223333:secret:api/db-a1B2c3",
            "implicitDeny",
            false,
            false,
            List.of());

    private static final String STREAM_OF_CRASH = "ecs/app/" + "c".repeat(32);

    private static final String[] CRASH = {
        "INFO  loading 214 price lists",
        "WARN  price list 17 is older than a day",
        "Traceback (most recent call last):",
        "  File \"/srv/app/main.py\", line 88, in <module>",
        "    run(load(sys.argv[1]))",
        "  File \"/srv/app/prices.py\", line 31, in load",
        "    return Decimal(row['price'])",
        "decimal.InvalidOperation: [<class 'decimal.ConversionSyntax'>]",
        "INFO  flushed 3 metrics"
    };

    /** The same for tasks that find no place or no volume. */
    private static final Map<String, FakeAccount> WITHOUT_PLACE = Map.of(
            "capacity.memory",
            FakeAccount.small().places(places -> {
                places.hosts(
                        FakeCapacity.host("i-0aa1", 512, 1024),
                        FakeCapacity.host("i-0bb2", 2048, 1536),
                        FakeCapacity.host("i-0cc3", 4096, 8192, "DRAINING", true));
                places.group(new ScalingGroup("hosts", 1, 3, 3, 3));
            }),
            "storage.efs_unreachable",
            FakeAccount.small().group(new SecurityGroup(FakeStorage.GROUP, FakeAccount.VPC, List.of(), List.of())));

    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:api/db-a1B2c3";
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001";

    private static final Map<String, FakeAccount> IDENTITY = Map.of(
            "iam.role_trust",
            FakeAccount.small().role(new Role(FakeAccount.TASK_ROLE, "run-api", List.of("ec2.amazonaws.com"))),
            "kms.key_unusable",
            FakeAccount.small()
                    .secret(FakeVault.secret(SECRET, KEY, ""))
                    .key(new Keys.Key(KEY, "PendingDeletion", false)));

    /** What is broken in the account, by cause. */
    private static final Map<String, FakeAccount> BROKEN = both(
            Map.of(
                    "image.tag_not_found",
                    FakeAccount.small()
                            .images(i -> i.put(
                                    FakeImages.OWN,
                                    "team/api",
                                    FakeImages.tagged("1.4.1", FakeImages.DIGEST, FakeImages.PUSHED))),
                    "image.platform_mismatch",
                    FakeAccount.small()
                            .images(i -> i.manifest(
                                    FakeImages.DIGEST, new Manifest(true, List.of(new Platform("linux", "arm64"))))),
                    "dns.vpc_attributes_off",
                    FakeAccount.small()
                            .withEndpoints("ecr.api", "ecr.dkr", "logs")
                            .dns(true, false),
                    "network.s3_gateway_missing",
                    FakeAccount.small().withEndpoints("ecr.api", "ecr.dkr", "logs"),
                    "network.no_route",
                    FakeAccount.small(),
                    "registry.dockerhub_rate_limit",
                    FakeAccount.small()
                            .behindNat()
                            .definition(FakeAccount.definition(FakeAccount.container("app", "nginx:1.29"))),
                    "iam.execution_role_denied",
                    FakeAccount.small().simulated(SECRET_DENIED),
                    "app.crash",
                    FakeAccount.small().log(FakeAccount.LOG_GROUP, STREAM_OF_CRASH, CRASH),
                    "app.missing_configuration",
                    FakeAccount.small()
                            .log(
                                    FakeAccount.LOG_GROUP,
                                    "ecs/app/" + "e".repeat(32),
                                    "INFO  orders 3.2.0 starting",
                                    "INFO  profile production",
                                    "ERROR environment variable ORDERS_DB_HOST is required but not set",
                                    "INFO  bye")),
            both(WITHOUT_PLACE, IDENTITY));

    private static Map<String, FakeAccount> both(Map<String, FakeAccount> one, Map<String, FakeAccount> other) {
        Map<String, FakeAccount> all = new TreeMap<>(one);
        all.putAll(other);
        return all;
    }

    static Stream<String> causes() {
        return BROKEN.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void cause_inItsAccount_isProvenAndToldAsFiled(String cause) throws IOException {
        Diagnosis diagnosis = diagnosis(cause);

        assertThat(diagnosis.causes().getFirst())
                .extracting("id", "certainty")
                .containsExactly(cause, Certainty.PROVEN);
        holds(cause, "terminal.txt", TerminalText.of(diagnosis, TerminalText.WIDTH, false));
        holds(cause, "slack.json", pretty(SlackMessage.of(diagnosis, MessageOptions.DEFAULT)));
        holds(cause, "mail.txt", mail(SnsMessage.of(diagnosis, MessageOptions.DEFAULT)));
    }

    @Test
    void causes_inEvents_areThese() throws IOException {
        try (Stream<Path> folders = Files.list(CAUSES)) {
            assertThat(folders.map(Path::getFileName).map(Path::toString)).hasSameElementsAs(BROKEN.keySet());
        }
    }

    @Test
    void crash_whereTheTagKeepsLogLinesOut_quotesNoneOfThem() throws IOException {
        Diagnosis told = diagnosis(
                "app.crash",
                FakeAccount.small()
                        .service(tagged(Map.of("ecs-medic:log-lines", "off")))
                        .log(FakeAccount.LOG_GROUP, STREAM_OF_CRASH, CRASH));

        assertThat(told.causes().getFirst().summary())
                .isEqualTo("Container app ended with exit code 1: what the log says is withheld");
        assertThat(TerminalText.of(told, TerminalText.WIDTH, false)).doesNotContain("decimal", "prices.py");
    }

    @Test
    void crash_ofATaggedService_keepsOurTagsAndNoOther() throws IOException {
        Map<String, String> ours = Map.of("ecs-medic:owner", "@payments");
        Map<String, String> all = Map.of("ecs-medic:owner", "@payments", "cost-center", "cc-4711");

        Diagnosis told = diagnosis("app.crash", FakeAccount.small().service(tagged(all)));

        assertThat(told.tags()).isEqualTo(new OwnerTags(true, ours));
        assertThat(KeptDiagnosis.of(told, true).tags()).isEqualTo(told.tags());
        assertThat(SnsMessage.of(told, MessageOptions.DEFAULT).message()).doesNotContain("cc-4711");
    }

    private static Service tagged(Map<String, String> tags) {
        Service api = FakeAccount.service();
        return new Service(
                api.arn(),
                api.name(),
                api.clusterArn(),
                api.status(),
                api.desired(),
                api.running(),
                api.pending(),
                api.taskDefinition(),
                api.launchType(),
                api.deploymentController(),
                api.deployments(),
                api.balancing(),
                api.messages(),
                tags,
                api.configuration());
    }

    @Test
    void crash_whereTheMessageKeepsLogLinesOut_quotesNoneOfThem() throws IOException {
        MessageOptions silent = new MessageOptions(false, false);

        assertThat(SlackMessage.of(diagnosis("app.crash"), silent)).doesNotContain("decimal", "prices.py");
        assertThat(mail(SnsMessage.of(diagnosis("app.crash"), silent))).doesNotContain("decimal", "prices.py");
    }

    private static Diagnosis diagnosis(String cause) throws IOException {
        return diagnosis(cause, BROKEN.get(cause));
    }

    private static Diagnosis diagnosis(String cause, FakeAccount account) throws IOException {
        Outcome outcome = Catalogue.full()
                .diagnoser()
                .diagnose(
                        EventReader.read(
                                Files.readAllBytes(CAUSES.resolve(cause).resolve("event.json"))),
                        account);
        return ((Outcome.Diagnosed) outcome).diagnosis();
    }

    private static String mail(SnsMessage message) throws IOException {
        return "Subject: " + message.subject() + "\n\n"
                + JSON.readTree(message.message()).get("email").asText();
    }

    private static String pretty(String json) throws IOException {
        return JSON.writeValueAsString(JSON.readValue(json, JsonNode.class)) + "\n";
    }

    private static void holds(String cause, String file, String told) throws IOException {
        Path filed = CAUSES.resolve(cause).resolve(file);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(filed, told);
        }
        assertThat(told).isEqualTo(Files.readString(filed));
    }
}
