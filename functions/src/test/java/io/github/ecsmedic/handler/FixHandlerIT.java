package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.aws.Aws;
import io.github.ecsmedic.aws.Emulator;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.OwnerTags;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.store.TableLedger;
import io.github.ecsmedic.treat.Wishes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The function that applies fixes, wired from the environment that the CDK app gives it, in the emulated AWS: its table,
 * topic, secret and kill switch, a service that opts in by its tags, and the one request.
 *
 * <p>The emulated ECS has no service deployments, its deployments never complete, and IAM is not enforced there: the verdict is
 * the business of {@link FixingCallsTest}, the permissions are that of the CDK app's {@code RolesTest}.
 */
final class FixHandlerIT {
    private static final List<String> PROPERTIES = List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey");
    /** A region of its own, because the SDK's clients of a region are kept for the process. */
    private static final String REGION = "eu-south-1";

    private static final String ACCOUNT = "111122223333";
    private static final String FIX = "create-log-group";
    private static final Map<String, String> TAGS = Map.of(OptIn.MODE_TAG, "auto", OptIn.FIXES_TAG, FIX);
    private static final String AUDIT = "/example/audit";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Emulator emulator;
    private static HttpClient http;
    private static String deployment;
    private static String topic;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        emulator = Emulator.start();
        System.setProperty("aws.endpointUrl", emulator.endpoint().toString());
        System.setProperty("aws.accessKeyId", "x");
        System.setProperty("aws.secretAccessKey", "x");
        http = HttpClient.newHttpClient();
        ecs("CreateCluster", Map.of("clusterName", "prod"));
        ecs(
                "RegisterTaskDefinition",
                Map.of(
                        "family",
                        "api",
                        "containerDefinitions",
                        List.of(Map.of("name", "app", "image", "example.com/api:1", "memory", 128))));
        deployment = ecs(
                        "CreateService",
                        Map.of(
                                "cluster", "prod",
                                "serviceName", "api",
                                "taskDefinition", "api:1",
                                "desiredCount", 2,
                                "tags",
                                        TAGS.entrySet().stream()
                                                .map(tag -> Map.of("key", tag.getKey(), "value", tag.getValue()))
                                                .toList()))
                .at("/service/deployments/0/id")
                .asText();
        asked(
                "secretsmanager",
                "secretsmanager.CreateSecret",
                Map.of("Name", "slack", "SecretString", emulator.slackWebhook().toString()));
        String answer = sent("sns", "application/x-www-form-urlencoded", "", "Action=CreateTopic&Name=findings");
        asked("logs", "Logs_20140328.CreateLogGroup", Map.of("logGroupName", AUDIT));
        topic = answer.substring(answer.indexOf("arn:aws:sns"), answer.indexOf("</TopicArn>"));
    }

    @AfterAll
    static void end() {
        PROPERTIES.forEach(System::clearProperty);
        http.close();
        emulator.close();
    }

    @Test
    void service_thatOptedIn_isMendedByOneRequest_toldAndRemembered() throws IOException, InterruptedException {
        TableLedger ledger = ledger("mended");
        ill(ledger, "/example/mended");
        killSwitch("auto");
        int told = emulator.slackMessages().size();

        invoke("mended", "off");

        assertThat(changes()).as(treatment(ledger).why()).containsExactly("logs:CreateLogGroup");
        assertThat(groups("/example/mended")).isEqualTo(1);
        assertThat(treatment(ledger).state()).isEqualTo(State.ACTED);
        assertThat(ledger.actions())
                .extracting(Action::fix, Action::outcome)
                .containsExactly(tuple(FIX, Outcome.PENDING));
        assertThat(line()).startsWith("{\"level\":\"INFO\"").contains("\"state\":\"ACTED\"");
        assertThat(emulator.slackMessages()).hasSizeGreaterThan(told);
        assertThat(emulator.slackMessages().getLast().toString()).contains("verifying");

        invoke("mended", "off");
        assertThat(changes()).as("a second time").isEmpty();
    }

    @Test
    void killSwitch_thatIsOff_keepsItFromChangingAnything_andIsTold() throws IOException, InterruptedException {
        TableLedger ledger = ledger("off");
        ill(ledger, "/example/off");
        killSwitch("off");

        invoke("off", "off");

        assertThat(changes()).isEmpty();
        assertThat(List.of(treatment(ledger).state(), treatment(ledger).why()))
                .isEqualTo(List.of(State.REFUSED, "the kill switch allows no more than off"));
        assertThat(emulator.slackMessages().getLast().toString()).contains("the kill switch allows no more than off");
    }

    @Test
    void dryRun_goesTheWholeWay_andSendsNothing() throws IOException, InterruptedException {
        TableLedger ledger = ledger("dry");
        ill(ledger, "/example/dry");
        killSwitch("auto");

        invoke("dry", "on");

        assertThat(changes()).isEmpty();
        assertThat(groups("/example/dry")).isZero();
        assertThat(treatment(ledger).why())
                .isEqualTo(
                        "this is a dry run: nothing is sent; it would send aws logs create-log-group --log-group-name"
                                + " /example/dry --region " + REGION);
    }

    private static TableLedger ledger(String table) throws IOException, InterruptedException {
        asked(
                "dynamodb",
                "DynamoDB_20120810.CreateTable",
                Map.of(
                        "TableName",
                        table,
                        "BillingMode",
                        "PAY_PER_REQUEST",
                        "KeySchema",
                        List.of(
                                Map.of("AttributeName", "pk", "KeyType", "HASH"),
                                Map.of("AttributeName", "sk", "KeyType", "RANGE")),
                        "AttributeDefinitions",
                        List.of(
                                Map.of("AttributeName", "pk", "AttributeType", "S"),
                                Map.of("AttributeName", "sk", "AttributeType", "S"))));
        return new TableLedger(Aws.in(REGION).table(table), Clock.systemUTC());
    }

    /** As the diagnosing function leaves it: the incident, with the fix that the owner's tags list. */
    private static void ill(TableLedger ledger, String group) {
        Cause cause = new Cause(
                "logs.group_missing",
                Certainty.PROVEN,
                "The log group does not exist",
                Resources.of("log-group", group, "log-region", REGION),
                List.of());
        Instant now = Instant.now();
        Diagnosis d = new Diagnosis(
                new Subject(ACCOUNT, REGION, "prod", "api", "task-1", "api:1"),
                "logs.group_missing",
                Seen.diagnosis(Seen.service("api"), "", cause).alert(),
                "made up",
                now,
                new Diagnosis.Capacity(0, 2, deployment),
                List.of(cause),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Diagnosis.Looked.NONE,
                List.of(),
                LogTail.NONE,
                List.of(),
                List.of(),
                Diagnosis.Cost.NONE);
        Incident incident = opened(Seen.tagged(d, new OwnerTags(true, TAGS)), now);
        Incident wanted = new Wishes(
                        new Plans(Catalogue.full().fixes()),
                        new Standing(new OptIn(Mode.NOTIFY, Set.of()), Set.of(), Set.of(), false))
                .listed(incident, now);
        assertThat(wanted.treatments()).hasSize(1);
        assertThat(ledger.commit(new Commit(
                        List.of(), List.of(new Change(0, wanted, Map.of(wanted.fingerprint(), ""))), List.of())))
                .isTrue();
    }

    private static Incident opened(Diagnosis d, Instant now) {
        Sighting sighting = new Sighting(new EventKey("task-1", 5), now, Seen.symptom(d), false, Optional.of(d));
        return Incident.open("i-1", Fingerprint.ofCause(d).orElseThrow(), sighting, d, List.of());
    }

    private static Treatment treatment(TableLedger ledger) {
        return ledger.incident("i-1").orElseThrow().treatments().getLast();
    }

    private void invoke(String table, String dryRun) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_REGION",
                REGION,
                "AWS_ENDPOINT_URL",
                emulator.endpoint().toString(),
                Settings.TABLE,
                table,
                Settings.TOPIC_ARN,
                topic,
                Settings.SLACK_WEBHOOK_SECRET,
                "slack",
                FixSettings.FIXES,
                "on",
                FixSettings.DRY_RUN,
                dryRun,
                FixSettings.AUDIT_LOG,
                AUDIT));
        emulator.zero();
        new FixHandler(Wiring.of(environment).fixing(), new PrintStream(log, true, StandardCharsets.UTF_8))
                .handleRequest(
                        InputStream.nullInputStream(),
                        new ByteArrayOutputStream(),
                        new Invocation("request-1", 110_000));
    }

    private String line() {
        return log.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }

    /** Of the account: what it keeps and tells itself is left out. */
    private static List<String> changes() {
        return emulator.calls().mutating().stream()
                .filter(call -> !call.startsWith("dynamodb:")
                        && !call.startsWith("sns:")
                        && !call.startsWith("events:")
                        && !Set.of("logs:CreateLogStream", "logs:PutLogEvents").contains(call))
                .toList();
    }

    private static void killSwitch(String word) throws IOException, InterruptedException {
        asked(
                "ssm",
                "AmazonSSM.PutParameter",
                Map.of("Name", "/ecs-medic/mode", "Type", "String", "Overwrite", true, "Value", word));
    }

    private static int groups(String name) throws IOException, InterruptedException {
        return asked("logs", "Logs_20140328.DescribeLogGroups", Map.of("logGroupNamePrefix", name))
                .path("logGroups")
                .size();
    }

    private static JsonNode ecs(String operation, Map<String, ?> body) throws IOException, InterruptedException {
        return asked("ecs", "AmazonEC2ContainerServiceV20141113." + operation, body);
    }

    private static JsonNode asked(String service, String target, Map<String, ?> body)
            throws IOException, InterruptedException {
        String answer = sent(service, "application/x-amz-json-1.1", target, JSON.writeValueAsString(body));
        return answer.isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer);
    }

    private static String sent(String service, String type, String target, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(emulator.endpoint())
                .header("X-Amz-Target", target)
                .header("Content-Type", type)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=x/20261120/" + REGION + "/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=x")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
