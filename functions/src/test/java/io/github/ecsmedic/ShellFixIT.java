package io.github.ecsmedic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ecsmedic.aws.Emulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** The packaged command line mends an account over HTTP: once, when it may, and with the requests that it showed. */
final class ShellFixIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLE = "medic-table";
    private static final String AUDIT = "medic-audit";
    private static final Map<String, String> AUDITED = Map.of("ECS_MEDIC_AUDIT_LOG", AUDIT);
    private static final String FIX = "create-log-group";
    private static final String GONE =
            "ResourceInitializationError: failed to validate logger args: create stream has been"
                    + " retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log"
                    + " group does not exist. : exit status 1";

    private static final Set<String> OURS = Set.of("logs:CreateLogStream", "logs:PutLogEvents");

    private static Emulator emulator;
    private static CloudWatchLogsClient logs;
    private static EcsClient ecs;
    private static SsmClient parameters;
    private static DynamoDbClient tables;

    private String event = "";

    @BeforeAll
    static void start() {
        emulator = Emulator.start();
        logs = client(CloudWatchLogsClient.builder());
        ecs = client(EcsClient.builder());
        parameters = client(SsmClient.builder());
        tables = client(DynamoDbClient.builder());
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(emulator.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void end() {
        logs.close();
        ecs.close();
        parameters.close();
        tables.close();
        emulator.close();
    }

    /** A service whose log group somebody has deleted; its owner allows fixes. */
    @BeforeEach
    void account() throws IOException {
        emulator.reset();
        ObjectNode broken = (ObjectNode) JSON.readTree(emulator.breakAccount("app.crash"));
        logs.describeLogGroups().logGroups().forEach(g -> logs.deleteLogGroup(r -> r.logGroupName(g.logGroupName())));
        ObjectNode detail = (ObjectNode) broken.get("detail");
        detail.put("stopCode", "TaskFailedToStart").put("stoppedReason", GONE);
        event = broken.toString();
        String cluster = detail.get("clusterArn").asText();
        String service = ecs.listServices(r -> r.cluster(cluster)).serviceArns().getFirst();
        ecs.tagResource(r -> r.resourceArn(service)
                .tags(Tag.builder().key("ecs-medic:mode").value("approve").build()));
        parameters.putParameter(
                r -> r.name("/ecs-medic/mode").type(ParameterType.STRING).value("approve"));
        tables.createTable(r -> r.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk"), attribute("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
        logs.createLogGroup(r -> r.logGroupName(AUDIT));
        emulator.zero();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    /** What was changed but for our own table and audit. */
    private static List<String> mutating() {
        return emulator.calls().mutating().stream()
                .filter(call -> !call.startsWith("dynamodb:") && !OURS.contains(call))
                .toList();
    }

    private static List<String> groups() {
        return logs.describeLogGroups().logGroups().stream()
                .map(LogGroup::logGroupName)
                .filter(name -> !name.equals(AUDIT))
                .toList();
    }

    @Test
    void dryRun_changesNothingAnywhere() throws Exception {
        Run run = diagnose(AUDITED, "--dry-run", "--table", TABLE);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.fix("decision")).isEqualTo("proposed");
        assertThat(run.fix("reason")).isEqualTo("not applied because this is a dry run: nothing is sent");
        assertThat(emulator.calls().mutating()).isEmpty();
        assertThat(groups()).isEmpty();
    }

    @Test
    void apply_sendsOneRequest_andNoneWhenItIsAskedAgain() throws Exception {
        Run once = diagnose(AUDITED, "--apply", FIX, "--yes", "--table", TABLE);

        assertThat(once.fix("decision")).as(once.err()).isEqualTo("applied");
        assertThat(mutating()).containsExactly("logs:CreateLogGroup");
        assertThat(groups()).hasSize(1);
        emulator.zero();

        Run again = diagnose(AUDITED, "--apply", FIX, "--yes", "--table", TABLE);

        assertThat(again.exitCode()).as(again.err()).isIn(1, 2);
        assertThat(mutating()).isEmpty();
        Run history = run(AUDITED, "", "history", "--table", TABLE);
        assertThat(history.out())
                .contains("  create-log-group  done, not verified yet\n    by arn:aws:sts::111122223333:user/moto, ")
                .endsWith(" is whole in both places: 2 records.\n");
        assertThat(run(Map.of(), "", "undo", once.incident(history), "--yes", "--table", TABLE)
                        .err())
                .endsWith("cannot be taken back: create-log-group\n");
        assertThat(mutating()).isEmpty();
    }

    @Test
    void apply_withoutATable_isHeldBackByTheSwitch_andSentWhenItAllows() throws Exception {
        parameters.deleteParameter(r -> r.name("/ecs-medic/mode"));
        emulator.zero();
        Run held = diagnose(Map.of(), "--apply", FIX, "--yes");
        assertThat(held.fix("decision")).isEqualTo("proposed");
        assertThat(held.fix("reason"))
                .isEqualTo("not applied because the kill switch allows no more than notify (guard A1, kill switch)");
        assertThat(emulator.calls().mutating()).isEmpty();

        parameters.putParameter(
                r -> r.name("/ecs-medic/mode").type(ParameterType.STRING).value("approve"));
        emulator.zero();
        assertThat(diagnose(Map.of(), "--apply", FIX, "--yes").fix("decision")).isEqualTo("applied");
        assertThat(emulator.calls().mutating()).containsExactly("logs:CreateLogGroup");
    }

    @Test
    void approval_ofTheSecondPerson_isStoredForTheFunction() throws Exception {
        Map<String, String> two = Map.of("ECS_MEDIC_TWO_PEOPLE", FIX, "ECS_MEDIC_AUDIT_LOG", AUDIT);
        Run first = diagnose(two, "--apply", FIX, "--yes", "--table", TABLE);
        assertThat(first.fix("reason")).as(first.err()).isEqualTo("one more person has to allow it");
        String incident = first.err().replaceAll("(?s).*ecs-medic approve (\\S+) .*", "$1");

        assertThat(run(two, "", "approve", incident, "--yes", "--table", TABLE).exitCode())
                .isEqualTo(2);
        emulator.answers(Map.of(
                "sts:GetCallerIdentity",
                "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/bob</Arn>"
                        + "<Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"));
        Run second = run(two, "", "approve", incident, "--yes", "--table", TABLE);

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).contains("Allowed by arn:aws:iam::111122223333:user/bob. The function applies it");
        assertThat(mutating()).isEmpty();
        assertThat(groups()).isEmpty();
    }

    @Test
    void table_thatIsNotThere_isOneLine() throws Exception {
        Run run = run(Map.of(), "", "history", "--table", "no-such-table");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("ecs-medic: there is no table no-such-table in us-east-1");
    }

    @Test
    void auditLog_thatIsNotThere_letsNothingBeSent() throws Exception {
        Run run = diagnose(Map.of("ECS_MEDIC_AUDIT_LOG", "no-such-group"), "--apply", FIX, "--yes", "--table", TABLE);

        assertThat(run.fix("decision")).as(run.err()).isEqualTo("proposed");
        assertThat(run.fix("reason"))
                .isEqualTo("not applied because its audit record could not be kept in its second place:"
                        + " cannot append to no-such-group: ResourceNotFoundException: logs:CreateLogStream");
        assertThat(groups()).isEmpty();
    }

    private record Run(int exitCode, String out, String err) {
        String fix(String field) {
            try {
                for (JsonNode fix : JSON.readTree(out).at("/fixes")) {
                    if (fix.at("/id").asText().equals(FIX)) {
                        return fix.get(field).asText();
                    }
                }
                throw new AssertionError("no such fix: " + out + err);
            } catch (IOException e) {
                throw new AssertionError("exit " + exitCode + " and no JSON: " + out + err, e);
            }
        }

        String incident(Run history) {
            return history.out().replaceAll("(?s).*incident (\\S+)\n.*", "$1");
        }
    }

    private Run diagnose(Map<String, String> environment, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("diagnose", "--event", "-", "--json"));
        arguments.addAll(List.of(more));
        return run(environment, event, arguments.toArray(String[]::new));
    }

    private static Run run(Map<String, String> environment, String in, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Built.commandLine().toString()));
        line.addAll(List.of(arguments));
        Path errors = Files.createTempFile("shell", ".txt");
        ProcessBuilder command = new ProcessBuilder(line).redirectError(errors.toFile());
        command.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", emulator.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", "x",
                        "AWS_SECRET_ACCESS_KEY", "x",
                        "AWS_REGION", "us-east-1",
                        "AWS_CONFIG_FILE", "/dev/null",
                        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null"));
        command.environment().putAll(environment);
        Process process = command.start();
        try (var input = process.getOutputStream()) {
            input.write(in.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        String err = Files.readString(errors);
        Files.delete(errors);
        return new Run(exitCode, out, err);
    }
}
