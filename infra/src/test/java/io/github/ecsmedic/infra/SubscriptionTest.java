package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ecsmedic.aws.EventBus;
import io.github.ecsmedic.installation.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/** The patterns of the synthesised rules in AWS's own rule engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionTest {
    private static final Path SAMPLES = Path.of("../events");

    private final Machine machine = Machine.builder().build();

    /** An event in short, and the rule that must let it through; {@code ""} for noise. */
    record Case(String says, String detailType, String detail, String rule) {
        String event() {
            return """
                    {"version": "0", "id": "0a1b2c3d-0000-4000-8000-000000000001", "detail-type": "%s", "source": "%s",
                     "account": "111122223333", "time": "2026-11-20T03:10:00Z", "region": "us-east-1",
                     "resources": [], "detail": %s}""".formatted(detailType, detailType.equals("AWS Health Event") ? "aws.health" : "aws.ecs", detail);
        }

        @Override
        public String toString() {
            return says;
        }
    }

    @BeforeAll
    void load() throws Exception {
        for (JsonNode rule : subscribed()) {
            machine.addRule(
                    rule.path("Name").asText().substring("ecs-medic-".length()),
                    rule.path("EventPattern").toString());
        }
    }

    /** The rules but for the one that runs by the clock. */
    private static List<JsonNode> subscribed() {
        return Template.PLAIN.all("AWS::Events::Rule").stream()
                .filter(rule -> rule.has("EventPattern"))
                .toList();
    }

    private Set<String> delivering(String event) throws Exception {
        return new TreeSet<>(machine.rulesForJSONEvent(event));
    }

    @Test
    void pattern_always_isValid() throws Exception {
        for (JsonNode rule : subscribed()) {
            assertThat(JsonRuleCompiler.check(rule.path("EventPattern").toString()))
                    .as(rule.path("Name").asText())
                    .isNull();
        }
    }

    @Test
    void sample_ofEachRule_comesThroughIt() throws Exception {
        for (Subscription rule : Subscription.all()) {
            assertThat(delivering(rule.event("111122223333", "us-east-1")))
                    .as(rule.id())
                    .contains(rule.id());
        }
    }

    @Test
    void events_ofOurOwn_comeBackThroughNoRule() throws Exception {
        for (String news : List.of("Opened", "Changed", "Resolved")) {
            assertThat(delivering("""
                    {"version": "0", "id": "0a1b2c3d-0000-4000-8000-000000000002", "source": "%s",
                     "detail-type": "ECS Medic Incident %s", "account": "111122223333",
                     "time": "2026-11-20T03:10:00Z", "region": "us-east-1", "resources": [],
                     "detail": {"schema": 1, "lastStatus": "STOPPED", "stopCode": "TaskFailedToStart",
                                "eventName": "SERVICE_DEPLOYMENT_FAILED", "overallStatus": "IMPAIRED"}}""".formatted(EventBus.SOURCE, news))).isEmpty();
        }
    }

    static List<Case> cases() {
        return Stream.of(failures(), benign(), services(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static Case stopped(String says, String code, String reason, String rule) {
        String stopCode = code.isEmpty() ? "" : "\"stopCode\": \"" + code + "\", ";
        return new Case(says, "ECS Task State Change", """
                {"lastStatus": "STOPPED", "desiredStatus": "STOPPED", %s"stoppedReason": "%s", "version": 5}""".formatted(stopCode, reason), rule);
    }

    private static List<Case> failures() {
        String rule = "task-failures";
        return List.of(
                stopped("a start that failed", "TaskFailedToStart", "CannotPullContainerError: no such image", rule),
                stopped("an exit", "EssentialContainerExited", "Essential container in task exited", rule),
                stopped(
                        "a load balancer's health check",
                        "ServiceSchedulerInitiated",
                        "Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:x)",
                        rule),
                stopped(
                        "a container's health check",
                        "ServiceSchedulerInitiated",
                        "Task failed container health checks",
                        rule),
                stopped("a code that is not known yet", "HostTurnedToDust", "Dust", rule),
                stopped("no code", "", "Task stopped for a reason without code", rule));
    }

    private static List<Case> benign() {
        return List.of(
                stopped(
                        "scale-in and replacement",
                        "ServiceSchedulerInitiated",
                        "Scaling activity initiated by (deployment ecs-svc/1234567890)",
                        ""),
                stopped(
                        "rebalancing",
                        "ServiceSchedulerInitiated",
                        "Availability-zone rebalancing initiated by (deployment ecs-svc/1234567890)",
                        ""),
                stopped("a person's stop", "UserInitiated", "Task stopped by user", ""),
                stopped("Spot's end", "SpotInterruption", "Your Spot Task was interrupted.", "spot-interruptions"),
                stopped(
                        "Spot's end, old",
                        "TerminationNotice",
                        "Your Spot Task was interrupted.",
                        "spot-interruptions"),
                new Case("Spot's warning", "ECS Task State Change", """
                        {"lastStatus": "RUNNING", "desiredStatus": "STOPPED", "stopCode": "SpotInterruption"}""", "spot-interruptions"),
                new Case("a task that begins to stop", "ECS Task State Change", """
                        {"lastStatus": "STOPPING", "desiredStatus": "STOPPED", "stopCode": "EssentialContainerExited"}""", ""),
                new Case("a task that runs", "ECS Task State Change", """
                        {"lastStatus": "RUNNING", "desiredStatus": "RUNNING"}""", ""));
    }

    private static Case action(String type, String name, String rule) {
        return new Case(name, "ECS Service Action", """
                {"eventType": "%s", "eventName": "%s"}""".formatted(type, name), rule);
    }

    private static List<Case> services() {
        String rule = "service-actions";
        return List.of(
                action("ERROR", "SERVICE_TASK_PLACEMENT_FAILURE", rule),
                action("ERROR", "SERVICE_TASK_CONFIGURATION_FAILURE", rule),
                action("WARN", "SERVICE_TASK_START_IMPAIRED", rule),
                action("INFO", "SERVICE_STEADY_STATE", rule),
                action("INFO", "TASKSET_STEADY_STATE", ""),
                action("INFO", "CAPACITY_PROVIDER_STEADY_STATE", ""),
                action("INFO", "SERVICE_DESIRED_COUNT_UPDATED", ""),
                action("INFO", "TASKS_STOPPED", ""),
                action("INFO", "SERVICE_REBALANCING_STARTED", ""));
    }

    private static Case named(String detailType, String name, String rule) {
        return new Case(detailType + ": " + name, detailType, """
                {"eventName": "%s"}""".formatted(name), rule);
    }

    private static List<Case> others() {
        return List.of(
                named("ECS Deployment State Change", "SERVICE_DEPLOYMENT_FAILED", "deployments"),
                named("ECS Deployment State Change", "SERVICE_DEPLOYMENT_COMPLETED", "deployments"),
                named("ECS Deployment State Change", "SERVICE_DEPLOYMENT_IN_PROGRESS", "deployments"),
                named("ECS Hook State Change", "HOOK_AWAITING_ACTION", "deployment-hooks"),
                named("ECS Hook State Change", "HOOK_TIMED_OUT", "deployment-hooks"),
                named("ECS Hook State Change", "HOOK_FAILED", "deployment-hooks"),
                named("ECS Hook State Change", "HOOK_SUCCEEDED", ""),
                named("ECS Daemon Service Action", "DAEMON_TASK_START_IMPAIRED", "daemons"),
                named("ECS Daemon Deployment State Change", "ROLLBACK_FAILED", "daemons"),
                named("ECS Daemon Deployment State Change", "DAEMON_DEPLOYMENT_PENDING", ""),
                named("AWS API Call via CloudTrail", "UpdateService", ""),
                new Case(
                        "an impaired instance",
                        "ECS Container Instance Health Change",
                        "{\"overallStatus\": \"IMPAIRED\"}",
                        "instance-health"),
                new Case(
                        "a healthy instance",
                        "ECS Container Instance Health Change",
                        "{\"overallStatus\": \"OK\"}",
                        ""),
                new Case(
                        "an agent that comes and goes",
                        "ECS Container Instance State Change",
                        "{\"agentConnected\": false, \"version\": 3}",
                        ""),
                new Case(
                        "a retirement",
                        "AWS Health Event",
                        "{\"service\": \"ECS\", \"eventTypeCode\": \"AWS_ECS_TASK_PATCHING_RETIREMENT\"}",
                        "retirements"),
                new Case(
                        "another service's health",
                        "AWS Health Event",
                        "{\"service\": \"EC2\", \"eventTypeCode\": \"AWS_EC2_INSTANCE_RETIREMENT\"}",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void event_inShort_passesTheRuleThatItShould(Case one) throws Exception {
        assertThat(delivering(one.event())).isEqualTo(one.rule().isEmpty() ? Set.of() : Set.of(one.rule()));
    }

    @Test
    void everyRule_isTestedWithAnEventOfItsOwn() {
        assertThat(cases().stream()
                        .map(Case::rule)
                        .filter(rule -> !rule.isEmpty())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Subscription.all().stream().map(Subscription::id).toList());
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.endsWith("event.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    /** By what ECS calls the event, for what must be forwarded. */
    private static String rule(JsonNode event) {
        JsonNode detail = event.path("detail");
        boolean spot = Set.of("SpotInterruption", "TerminationNotice")
                .contains(detail.path("stopCode").asText());
        return switch (event.path("detail-type").asText()) {
            case "ECS Task State Change" -> spot ? "spot-interruptions" : "task-failures";
            case "ECS Service Action" -> "service-actions";
            case "ECS Deployment State Change" -> "deployments";
            case "ECS Container Instance Health Change" -> "instance-health";
            case "ECS Hook State Change" -> "deployment-hooks";
            case "AWS Health Event" -> "retirements";
            case String type when type.startsWith("ECS Daemon") -> "daemons";
            case String type -> throw new AssertionError("no rule is known for " + type);
        };
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sample_thatMustBeForwarded_matchesTheVeryRuleOfItsKind_andAnyOtherNone(Path sample) throws Exception {
        JsonNode delivered =
                Template.MAPPER.readTree(sample.resolve("expect.json").toFile()).path("delivered");
        assertThat(delivered.isBoolean())
                .as("expect.json says whether it is delivered")
                .isTrue();
        String event = Files.readString(sample.resolve("event.json"));
        assertThat(delivering(event))
                .isEqualTo(delivered.asBoolean() ? Set.of(rule(Template.MAPPER.readTree(event))) : Set.of());
    }

    /** An event that differs in what a rule asks for first reaches nobody: the sample matches because of it. */
    @ParameterizedTest
    @MethodSource("samples")
    void sample_ofAnotherSource_matchesNone(Path sample) throws Exception {
        ObjectNode event = (ObjectNode)
                Template.MAPPER.readTree(sample.resolve("event.json").toFile());
        event.put("source", "example." + event.path("source").asText());
        assertThat(delivering(event.toString())).isEmpty();
    }

    /** What must not be missed is decided by the label alone, not by the rules. */
    @ParameterizedTest
    @MethodSource("samples")
    void sample_thatIsNotForwarded_isNoFailure(Path sample) throws Exception {
        JsonNode expect = Template.MAPPER.readTree(sample.resolve("expect.json").toFile());
        if (!expect.path("delivered").asBoolean()) {
            assertThat(expect.path("alert").asText()).as(expect.toString()).isNotEqualTo("failure");
        }
    }

    @Test
    void samples_always_areThere() throws IOException {
        assertThat(samples()).isNotEmpty();
    }
}
