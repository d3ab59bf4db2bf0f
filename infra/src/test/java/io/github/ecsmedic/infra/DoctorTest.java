package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ecsmedic.aws.RoleNeeds;
import io.github.ecsmedic.doctor.Doctor;
import io.github.ecsmedic.doctor.Installed;
import io.github.ecsmedic.doctor.Installed.Wanted;
import io.github.ecsmedic.doctor.Line;
import io.github.ecsmedic.doctor.Line.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The doctor before what our own template installs: whole, and changed in one way. */
class DoctorTest {
    private static final Instant NOW = Instant.parse("2026-11-20T03:10:00Z");
    private static final Map<String, Set<String>> NEEDS = RoleNeeds.all();
    private static final String VERSION = "1.2.3";
    private static final Template WHOLE = Template.of("doctor", everything());

    /** One change of the template. */
    record Change(String says, Consumer<Template> by, String red) {
        @Override
        public String toString() {
            return says;
        }
    }

    private static Map<String, String> everything() {
        Map<String, String> everything = new TreeMap<>(ButtonsTest.CONTEXT);
        everything.putAll(FixerTest.CONTEXT);
        everything.putAll(MembersTest.LISTED);
        everything.put(Installation.NAME, "ecs-medic");
        everything.put(Installation.SLACK_WEBHOOK_SECRET, "ops/slack");
        everything.put(Installation.SLACK_CHANNEL, "#alerts");
        return everything;
    }

    private static Template copy() {
        JsonNode copy = WHOLE.json().deepCopy();
        Template template = new Template(copy);
        template.all("AWS::Lambda::Function")
                .forEach(function -> ((ObjectNode) function.path("Environment").path("Variables"))
                        .put("ECS_MEDIC_VERSION", VERSION));
        return template;
    }

    private static List<Line> examined(Template template, String name) {
        return Doctor.examine(new Installed(
                new io.github.ecsmedic.installation.Names(name),
                "us-east-1",
                new TemplateSite(template, NOW),
                new Wanted(VERSION, NEEDS),
                NOW));
    }

    @Test
    void installation_asSynthesised_isGreen() {
        List<Line> lines = examined(copy(), "ecs-medic");

        assertThat(lines).filteredOn(line -> line.state() != State.GREEN).isEmpty();
        assertThat(lines).extracting(Line::exam).hasSize(Doctor.exams().size());
    }

    @Test
    void installation_ofAnotherName_isNotThere() {
        assertThat(examined(copy(), "ecs-medic-two"))
                .extracting(Line::exam, Line::says)
                .containsExactly(tuple("installation", "there is no installation ecs-medic-two in us-east-1"));
    }

    static Stream<Change> changes() {
        return Stream.of(
                change("a rule disabled", t -> put(rule(t), "State", "DISABLED"), "rules"),
                change(
                        "a pattern altered",
                        t -> ((ObjectNode) rule(t).path("EventPattern"))
                                .putArray("source")
                                .add("aws.ec2"),
                        "patterns"),
                change("a rule for members disabled", t -> put(memberRule(t), "State", "DISABLED"), "rules"),
                change(
                        "the bus without the members' accounts",
                        t -> ((ObjectNode) t.only("AWS::Events::EventBusPolicy").path("Statement"))
                                .putObject("Principal"),
                        "members"),
                change("a target gone", t -> ((ArrayNode) rule(t).path("Targets")).removeAll(), "targets"),
                change(
                        "the queue's policy without our rules",
                        t -> t.all("AWS::SQS::QueuePolicy").stream()
                                .filter(policy -> policy.toString().contains("IntakeQueue"))
                                .forEach(policy -> ((ObjectNode) policy.path("PolicyDocument")).putArray("Statement")),
                        "queue-policy"),
                change(
                        "the mapping disabled",
                        t -> ((ObjectNode)
                                        t.all("AWS::Lambda::EventSourceMapping").getFirst())
                                .put("Enabled", false),
                        "mapping"),
                change(
                        "a function of another version",
                        t -> put(sweep(t).path("Environment").path("Variables"), "ECS_MEDIC_VERSION", "1.0.0"),
                        "version"),
                change("a function by another runtime", t -> put(sweep(t), "Runtime", "java21"), "functions"),
                change("a role that lacks a permission", DoctorTest::poorer, "permissions"),
                change(
                        "a table without expiry",
                        t -> ((ObjectNode) t.only("AWS::DynamoDB::Table")).remove("TimeToLiveSpecification"),
                        "table"),
                change(
                        "a queue without dead letters",
                        t -> ((ObjectNode) t.named("AWS::SQS::Queue", "ecs-medic-events")).remove("RedrivePolicy"),
                        "queue"));
    }

    private static Change change(String says, Consumer<Template> by, String red) {
        return new Change(says, by, red);
    }

    private static void put(JsonNode node, String field, String value) {
        ((ObjectNode) node).put(field, value);
    }

    private static JsonNode rule(Template template) {
        return template.named("AWS::Events::Rule", "ecs-medic-deployments");
    }

    private static JsonNode memberRule(Template template) {
        return template.all("AWS::Events::Rule").stream()
                .filter(rule -> rule.has("EventBusName"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode sweep(Template template) {
        return template.named("AWS::Lambda::Function", "ecs-medic-sweep");
    }

    private static void poorer(Template template) {
        for (JsonNode policy : template.all("AWS::IAM::Policy")) {
            for (JsonNode statement : policy.path("PolicyDocument").path("Statement")) {
                if (statement.path("Sid").asText().equals("KeepOwnTable")
                        && policy.toString().contains("Diagnose")) {
                    ((ArrayNode) statement.path("Action")).remove(0);
                    return;
                }
            }
        }
        throw new AssertionError("no such statement");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void installation_changedInOneWay_hasOneRedLineWithItsRemedy(Change change) {
        Template template = copy();
        change.by().accept(template);

        List<Line> red = examined(template, "ecs-medic").stream()
                .filter(line -> line.state() == State.RED)
                .toList();

        assertThat(red).extracting(Line::exam).containsExactly(change.red());
        assertThat(red.getFirst().remedy()).isNotEmpty();
    }
}
