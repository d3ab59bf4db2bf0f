package io.github.ecsmedic.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of a template's policies, as a person reads them. */
record Grants(Template template) {
    private static final String ROLE = "AWS::IAM::Role";

    /**
     * One statement.
     *
     * @param resources ARNs with ACCOUNT and REGION in them; what is ours by its name
     * @param except whether it is about all but these
     * @param condition {@code ""} for none
     */
    record Statement(String sid, List<String> actions, List<String> resources, boolean except, String condition) {
        String on() {
            String all = resources.stream().map(arn -> "`" + arn + "`").collect(Collectors.joining(", "));
            return except ? "all but " + all : all;
        }
    }

    /** Of the names of functions that have a role. */
    Set<String> functions() {
        return template.all(ROLE).stream().map(this::function).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the role's description says. */
    String says(String function) {
        return template.all(ROLE).stream()
                .filter(role -> function(role).equals(function))
                .map(role -> role.path("Description").asText().replace("ECS Medic: ", ""))
                .map(says -> says.substring(0, 1).toUpperCase(Locale.ROOT) + says.substring(1))
                .collect(Collectors.joining());
    }

    Stream<Statement> allowed(String function) {
        return statements(function, "Allow");
    }

    Stream<Statement> denied(String function) {
        return statements(function, "Deny");
    }

    /** What others than our functions may, a row each. */
    Stream<String> services() {
        return Stream.concat(policies(), permissions()).distinct().sorted();
    }

    /** Who may call a function. */
    private Stream<String> permissions() {
        return template.all("AWS::Lambda::Permission").stream()
                .map(permission -> "| `%s` | `%s` | `%s` | %s |"
                        .formatted(
                                permission.path("Principal").asText().replace("*", "anybody"),
                                permission.path("Action").asText(),
                                name(Template.text(permission.path("FunctionName"))),
                                Stream.of("SourceArn", "SourceAccount", "FunctionUrlAuthType", "InvokedViaFunctionUrl")
                                        .filter(permission::has)
                                        .map(key ->
                                                "`" + key + "` is `" + name(Template.text(permission.path(key))) + "`")
                                        .collect(Collectors.joining(" and "))));
    }

    private Stream<String> policies() {
        return template.json().path("Resources").properties().stream()
                .flatMap(resource -> Stream.of("PolicyDocument", "KeyPolicy", "AssumeRolePolicyDocument")
                        .flatMap(key -> resource.getValue()
                                .path("Properties")
                                .path(key)
                                .path("Statement")
                                .valueStream())
                        .filter(statement -> statement.path("Principal").has("Service"))
                        .map(statement -> row(resource, statement)));
    }

    private String row(Map.Entry<String, JsonNode> resource, JsonNode statement) {
        Statement read = read(statement);
        String itself = name("<" + resource.getKey() + ">");
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        Template.text(statement.path("Principal").path("Service")),
                        read.actions().stream()
                                .map(action -> "`" + action + "`")
                                .collect(Collectors.joining(", ")),
                        read.resources().isEmpty() || read.resources().equals(List.of("*"))
                                ? "`" + itself + "`"
                                : read.on(),
                        read.condition());
    }

    private String function(JsonNode role) {
        return Template.text(role.path("RoleName")).replace("-us-east-1", "");
    }

    private Stream<Statement> statements(String function, String effect) {
        Set<String> roles = template.json().path("Resources").properties().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals(ROLE))
                .filter(entry -> function(entry.getValue().path("Properties")).equals(function))
                .map(entry -> "<" + entry.getKey() + ">")
                .collect(Collectors.toSet());
        return template.all("AWS::IAM::Policy").stream()
                .filter(policy -> roles.containsAll(Template.texts(policy.path("Roles"))))
                .flatMap(policy -> policy.findPath("Statement").valueStream())
                .filter(statement -> statement.path("Effect").asText().equals(effect))
                .map(this::read);
    }

    private Statement read(JsonNode statement) {
        boolean except = statement.has("NotResource");
        return new Statement(
                statement.path("Sid").asText(),
                Template.texts(statement.path("Action")).stream().sorted().toList(),
                Template.texts(statement.path(except ? "NotResource" : "Resource")).stream()
                        .map(this::name)
                        .toList(),
                except,
                condition(statement.path("Condition")));
    }

    private String condition(JsonNode condition) {
        return condition.properties().stream()
                .flatMap(operator -> operator.getValue().properties().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(key -> "`" + key.getKey()
                                + (operator.getKey().contains("Not") ? "` is not " : "` is ")
                                + Template.texts(key.getValue()).stream()
                                        .map(value -> "`" + name(value) + "`")
                                        .collect(Collectors.joining(" or "))))
                .collect(Collectors.joining(" and "));
    }

    /** With the name of what is ours for its place in the template. */
    private String name(String text) {
        String general = text.replace("us-east-1", "REGION").replace("111122223333", "ACCOUNT");
        int from = general.indexOf('<');
        int to = general.indexOf('>');
        if (from < 0 || to < 0) {
            return general;
        }
        String id = general.substring(from + 1, to).split("[.]", 2)[0];
        JsonNode resource = template.json().path("Resources").path(id);
        String named = resource.path("Properties").properties().stream()
                .filter(property -> property.getKey().endsWith("Name"))
                .map(property -> Template.text(property.getValue()).replace("us-east-1", "REGION"))
                .filter(value -> value.startsWith("ecs-medic") || value.startsWith("/aws"))
                .findFirst()
                .orElseGet(() -> switch (resource.path("Type").asText()) {
                    case "AWS::KMS::Key" -> "our own key";
                    case "AWS::Logs::LogGroup" -> "the log group of the audit";
                    default -> id;
                });
        return general.substring(0, from) + named + general.substring(to + 1);
    }
}
