package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several installations in one account, in one region or in several. */
class InstallationsTest {
    /** Names of these are known in all regions of an account. */
    private static final Set<String> GLOBAL =
            Set.of("AWS::IAM::Role", "AWS::IAM::ManagedPolicy", "AWS::CloudWatch::Dashboard");

    /** Inline policies, aliases and the like have names within something else that is ours. */
    private static final Set<String> INNER =
            Set.of("AWS::IAM::Policy", "AWS::Lambda::Alias", "AWS::Lambda::EventSourceMapping");

    private static final Set<String> NAMES = Set.of(
            "AlarmName",
            "DashboardName",
            "FunctionName",
            "LogGroupName",
            "ManagedPolicyName",
            "Name",
            "QueueName",
            "RoleName",
            "TableName",
            "TopicName");

    private static Template whole(String name) {
        Map<String, String> all = new TreeMap<>(SettingsTest.OTHER);
        all.put(Installation.NAME, name);
        return Template.of("whole-" + name, all);
    }

    private static final Template ONE = whole("ecs-medic");

    /** Type and name of all that has a name of its own. */
    private static Set<String> names(Template template) {
        return template.resources()
                .filter(resource -> !INNER.contains(resource.path("Type").asText()))
                .flatMap(resource -> resource.path("Properties").properties().stream()
                        .filter(property -> NAMES.contains(property.getKey()))
                        .filter(property -> !refersToOurs(property.getValue()))
                        .map(property -> resource.path("Type").asText() + " " + Template.text(property.getValue())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean refersToOurs(JsonNode value) {
        return Template.text(value).contains("<");
    }

    @Test
    void installations_ofOneRegion_shareNoName() {
        assertThat(names(ONE)).hasSizeGreaterThan(40).doesNotContainAnyElementsOf(names(whole("ecs-medic-two")));
    }

    @Test
    void names_knownInAllRegions_holdTheRegion() {
        List<JsonNode> global = ONE.resources()
                .filter(resource -> GLOBAL.contains(resource.path("Type").asText()))
                .toList();
        assertThat(global)
                .hasSize(5)
                .allSatisfy(resource -> assertThat(resource.path("Properties").properties().stream()
                                .filter(property -> NAMES.contains(property.getKey()))
                                .map(property -> property.getValue().toString()))
                        .singleElement()
                        .asString()
                        .contains("AWS::Region"));
    }

    /** ecs-medic's alarm sweep-dead-letters would be the alarm dead-letters of an installation ecs-medic-sweep. */
    @Test
    void names_thatWouldMakeTwoResourcesOneName_areRefused() {
        Set<String> clashing = names(ONE).stream()
                .flatMap(one -> names(ONE).stream()
                        .filter(other -> type(one).equals(type(other)) && !one.equals(other))
                        .map(InstallationsTest::suffix)
                        .filter(suffix(one)::endsWith)
                        .map(suffix -> suffix(one).substring(0, suffix(one).length() - suffix.length())))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(clashing).containsExactlyElementsOf(Demands.TAKEN);
        assertThat(clashing)
                .allSatisfy(words -> assertThatThrownBy(
                                () -> Template.props(Map.of(Installation.NAME, "ecs-medic" + words)))
                        .hasMessageContaining("may not end with"));
    }

    private static String type(String named) {
        return named.substring(0, named.indexOf(' '));
    }

    /** After the installation's name. */
    private static String suffix(String named) {
        return named.substring(named.indexOf("ecs-medic") + "ecs-medic".length());
    }

    /** The trust of the functions' roles, queues, topic, key and functions alike: all of them. */
    @Test
    void servicePrincipals_all_areHeldToOurAccount() {
        Stream.of(ONE, Template.PLAIN, SettingsTest.BARE).forEach(template -> {
            List<JsonNode> statements = template.json().findValues("Statement").stream()
                    .flatMap(JsonNode::valueStream)
                    .filter(statement -> statement.path("Principal").has("Service"))
                    .toList();
            assertThat(statements)
                    .hasSizeGreaterThan(4)
                    .allSatisfy(statement -> assertThat(
                                    Template.text(statement.at("/Condition/StringEquals/aws:SourceAccount")))
                            .isEqualTo("111122223333"));
            assertThat(statements)
                    .filteredOn(statement -> !Template.texts(
                                    statement.path("Principal").path("Service"))
                            .contains("lambda.amazonaws.com"))
                    .allSatisfy(
                            statement -> assertThat(Template.texts(statement.at("/Condition/ArnEquals/aws:SourceArn")))
                                    .isNotEmpty()
                                    .noneMatch(source -> source.contains("*")));
            assertThat(template.all("AWS::Lambda::Permission"))
                    .filteredOn(
                            permission -> permission.path("Principal").asText().endsWith(".amazonaws.com"))
                    .isNotEmpty()
                    .allSatisfy(permission -> {
                        assertThat(permission.has("SourceArn")).isTrue();
                        assertThat(Template.text(permission.path("SourceAccount")))
                                .isEqualTo("111122223333");
                    });
        });
    }

    /** With every setting, and so with every queue. */
    @Test
    void queuesAndTopic_all_refusePlainText() {
        Set<String> refusing = Stream.of("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")
                .flatMap(type -> ONE.all(type).stream())
                .filter(policy -> policy.findPath("Statement")
                        .valueStream()
                        .anyMatch(statement -> statement.path("Effect").asText().equals("Deny")
                                && statement
                                        .at("/Condition/Bool/aws:SecureTransport")
                                        .asText()
                                        .equals("false")
                                && (statement.path("Principal").asText()
                                                + statement.at("/Principal/AWS").asText())
                                        .equals("*")))
                .flatMap(policy -> Stream.of("Queues", "Topics")
                        .flatMap(key -> policy.path(key).valueStream())
                        .map(queue -> queue.path("Ref").asText()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = ONE.json().path("Resources").properties().stream()
                .filter(entry -> Set.of("AWS::SQS::Queue", "AWS::SNS::Topic")
                        .contains(entry.getValue().path("Type").asText()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(refusing).hasSize(7).isEqualTo(all);
    }
}
