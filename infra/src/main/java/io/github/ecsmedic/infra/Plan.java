package io.github.ecsmedic.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a template would create, in words that a person can agree to or refuse. */
public final class Plan {
    /** In the order in which an event passes them; policies are told as permissions, not as resources. */
    private static final List<Map.Entry<String, String>> KINDS = List.of(
            Map.entry("AWS::Events::EventBus", "bus"),
            Map.entry("AWS::Events::Rule", "rule"),
            Map.entry("AWS::SQS::Queue", "queue"),
            Map.entry("AWS::Lambda::EventSourceMapping", "mapping"),
            Map.entry("AWS::Lambda::Permission", "trigger"),
            Map.entry("AWS::Lambda::Function", "function"),
            Map.entry("AWS::Lambda::Url", "URL"),
            Map.entry("AWS::IAM::Role", "role"),
            Map.entry("AWS::Logs::LogGroup", "log group"),
            Map.entry("AWS::DynamoDB::Table", "table"),
            Map.entry("AWS::SNS::Topic", "topic"),
            Map.entry("AWS::SNS::Subscription", "mail"),
            Map.entry("AWS::KMS::Key", "key"),
            Map.entry("AWS::CloudWatch::Alarm", "alarm"),
            Map.entry("AWS::CloudWatch::Dashboard", "dashboard"));

    private final JsonNode template;
    private final References references;

    private Plan(JsonNode template, References references) {
        this.template = template;
        this.references = references;
    }

    /** Prints the plan for a template file, an account and a region. */
    public static void main(String[] arguments) throws IOException {
        JsonNode template =
                JsonMapper.builder().build().readTree(Path.of(arguments[0]).toFile());
        System.out.print(of(template, arguments[1], arguments[2]));
    }

    static String of(JsonNode template, String account, String region) {
        Plan plan = new Plan(template, new References(template.path("Resources"), account, region));
        return String.join(
                System.lineSeparator(),
                Stream.of(plan.creates(), plan.roleMay(), plan.roleNever(), plan.servicesMay())
                        .map(lines -> String.join(System.lineSeparator(), lines) + System.lineSeparator())
                        .toList());
    }

    private List<String> creates() {
        Stream<String> lines = KINDS.stream()
                .flatMap(kind -> of(kind.getKey())
                        .map(resource -> "  %-9s  %s".formatted(kind.getValue(), described(resource))));
        return Stream.concat(Stream.of("It creates"), lines).toList();
    }

    private String described(JsonNode properties) {
        String name = references.name(properties);
        String says = Stream.of("Description", "AlarmDescription")
                .map(key -> references.text(properties.path(key)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (name.isEmpty()) {
            if (properties.has("SourceArn")) {
                return references.text(properties.path("SourceArn")) + " to "
                        + references.text(properties.path("FunctionName"));
            }
            if (properties.has("FunctionUrlAuthType") || properties.has("InvokedViaFunctionUrl")) {
                return "anybody may call " + references.text(properties.path("FunctionName"))
                        + ", which answers what Slack signed";
            }
            if (properties.has("TargetFunctionArn")) {
                return "of " + references.text(properties.path("TargetFunctionArn"));
            }
            return properties.has("EventSourceArn")
                    ? references.text(properties.path("EventSourceArn")) + " to "
                            + references.text(properties.path("FunctionName"))
                    : says;
        }
        return says.isEmpty() ? name : name + ": " + says;
    }

    private List<String> roleMay() {
        return Stream.concat(
                        Stream.of("The functions may"),
                        statements("AWS::IAM::Policy", "Allow")
                                .map(this::granted)
                                .distinct())
                .toList();
    }

    private List<String> roleNever() {
        return Stream.concat(
                        Stream.of("The functions may never, whatever else allows it"),
                        statements("AWS::IAM::Policy", "Deny")
                                .map(this::granted)
                                .distinct())
                .toList();
    }

    private List<String> servicesMay() {
        Stream<String> lines = Stream.of("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy", "AWS::KMS::Key")
                .flatMap(type -> statements(type, "Allow"))
                .filter(statement -> statement.path("Principal").has("Service"))
                .map(statement -> "  %s: %s on %s, for %s"
                        .formatted(
                                references.text(statement.path("Principal").path("Service")),
                                joined(statement.path("Action")),
                                references.text(statement.path("Resource")).equals("*")
                                        ? "our own key"
                                        : joined(statement.path("Resource")),
                                joined(statement.findPath("aws:SourceArn"))));
        return Stream.concat(Stream.of("Services of AWS may, in this account only"), lines)
                .toList();
    }

    private String granted(JsonNode statement) {
        String on = statement.has("NotResource")
                ? "anything but " + joined(statement.path("NotResource"))
                : joined(statement.path("Resource"));
        return "  " + joined(statement.path("Action")) + System.lineSeparator() + "    on "
                + (on.equals("*") ? "everything" : on) + condition(statement.path("Condition"));
    }

    /** e.g. {@code , if aws:RequestedRegion = us-east-1}. */
    private String condition(JsonNode condition) {
        return condition.properties().stream()
                .flatMap(operator -> operator.getValue().properties().stream()
                        .map(key -> key.getKey()
                                + (operator.getKey().contains("Not") ? " is not " : " is ")
                                + joined(key.getValue())))
                .collect(Collectors.joining(" and "))
                .transform(text -> text.isEmpty() ? "" : ", if " + text);
    }

    private String joined(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(references::text).collect(Collectors.joining(", "))
                : references.text(value);
    }

    private Stream<JsonNode> of(String type) {
        return template.path("Resources")
                .valueStream()
                .filter(resource -> resource.path("Type").asText().equals(type))
                .map(resource -> resource.path("Properties"));
    }

    private Stream<JsonNode> statements(String type, String effect) {
        return of(type).flatMap(properties -> properties.findPath("Statement").valueStream())
                .filter(statement -> statement.path("Effect").asText().equals(effect));
    }

    /** Resolves what CloudFormation would: names for our own resources, the account and the region. */
    private record References(JsonNode resources, String account, String region) {
        private static final List<String> NAMES = List.of(
                "Name",
                "QueueName",
                "TableName",
                "TopicName",
                "AlarmName",
                "DashboardName",
                "FunctionName",
                "RoleName",
                "LogGroupName",
                "Endpoint");

        String text(JsonNode value) {
            if (value.has("Fn::Join")) {
                return value.path("Fn::Join")
                        .path(1)
                        .valueStream()
                        .map(this::text)
                        .collect(Collectors.joining());
            }
            if (value.has("Fn::GetAtt")) {
                return named(value.path("Fn::GetAtt").path(0).asText());
            }
            return value.has("Ref") ? referred(value.path("Ref").asText()) : value.asText();
        }

        String name(JsonNode properties) {
            return NAMES.stream()
                    .filter(key ->
                            properties.has(key) && !properties.has("EventSourceArn") && !properties.has("SourceArn"))
                    .map(key -> text(properties.path(key)))
                    .findFirst()
                    .orElse("");
        }

        private String referred(String id) {
            return switch (id) {
                case "AWS::AccountId" -> account;
                case "AWS::Region" -> region;
                case "AWS::Partition" ->
                    region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
                default -> named(id);
            };
        }

        private String named(String id) {
            JsonNode resource = resources.path(id);
            String name = name(resource.path("Properties"));
            return name.isEmpty() && resource.path("Type").asText().equals("AWS::KMS::Key") ? "our own key" : name;
        }
    }
}
