package io.github.ecsmedic.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the role of each function may, decided as IAM does: a denial wins, and what nothing allows is denied. It knows the
 * operators that the template uses, and no others.
 */
record Permissions(Template template) {
    private static final String READS = "(Describe|Get|List|Filter|Lookup|Simulate|BatchGet).*";

    /** One statement of a policy, its texts resolved. */
    record Statement(
            String sid,
            boolean allows,
            List<String> actions,
            List<String> on,
            List<String> notOn,
            JsonNode conditions) {
        private boolean covers(String action, String arn, Map<String, String> context) {
            boolean there = notOn.isEmpty()
                    ? on.stream().anyMatch(pattern -> like(pattern, arn))
                    : notOn.stream().noneMatch(pattern -> like(pattern, arn));
            return there
                    && actions.stream().anyMatch(pattern -> like(pattern, action))
                    && conditions.properties().stream()
                            .allMatch(operator -> operator.getValue().properties().stream()
                                    .allMatch(key -> holds(
                                            operator.getKey(),
                                            context.get(key.getKey()),
                                            Template.texts(key.getValue()))));
        }

        /** As IAM has it, a negated operator holds where the request has no such key. */
        private static boolean holds(String operator, String is, List<String> wanted) {
            return switch (operator) {
                case "StringEquals" -> is != null && wanted.contains(is);
                case "StringLike" -> is != null && wanted.stream().anyMatch(pattern -> like(pattern, is));
                case "StringNotEquals" -> is == null || !wanted.contains(is);
                case "StringNotLike" -> is == null || wanted.stream().noneMatch(pattern -> like(pattern, is));
                default -> throw new AssertionError("an operator that is not known here: " + operator);
            };
        }
    }

    static Permissions of(Template template) {
        return new Permissions(template);
    }

    /** Of the role of a function, in the order of the template. */
    List<Statement> statements(String function) {
        String role = template.named("AWS::Lambda::Function", function)
                .path("Role")
                .path("Fn::GetAtt")
                .path(0)
                .asText();
        return template.all("AWS::IAM::Policy").stream()
                .filter(policy -> policy.path("Roles")
                        .valueStream()
                        .anyMatch(of -> of.path("Ref").asText().equals(role)))
                .flatMap(policy ->
                        policy.path("PolicyDocument").path("Statement").valueStream())
                .map(Permissions::statement)
                .toList();
    }

    private static Statement statement(JsonNode json) {
        return new Statement(
                json.path("Sid").asText(),
                json.path("Effect").asText().equals("Allow"),
                Template.texts(json.path("Action")),
                Template.texts(json.path("Resource")),
                Template.texts(json.path("NotResource")),
                json.path("Condition"));
    }

    boolean allows(String function, String action, String arn, Map<String, String> context) {
        List<Statement> all = statements(function).stream()
                .filter(statement -> statement.covers(action, arn, context))
                .toList();
        return !all.isEmpty() && all.stream().allMatch(Statement::allows);
    }

    /** What the role is allowed but reads, each with what it is allowed on. */
    SortedMap<String, SortedSet<String>> changes(String function) {
        SortedMap<String, SortedSet<String>> changes = new TreeMap<>();
        allowed(function)
                .forEach(statement -> statement.actions().stream()
                        .filter(action ->
                                !action.substring(action.indexOf(':') + 1).matches(READS))
                        .forEach(action -> changes.computeIfAbsent(action, _ -> new TreeSet<>())
                                .addAll(statement.on())));
        return changes;
    }

    Stream<Statement> allowed(String function) {
        return statements(function).stream().filter(Statement::allows);
    }

    static boolean like(String pattern, String text) {
        int star = pattern.indexOf('*');
        int any = pattern.indexOf('?');
        if (star < 0 && any < 0) {
            return pattern.equals(text);
        }
        int at = star < 0 ? any : any < 0 ? star : Math.min(star, any);
        if (!text.startsWith(pattern.substring(0, at))) {
            return false;
        }
        String rest = pattern.substring(at + 1);
        return at == any
                ? at < text.length() && like(rest, text.substring(at + 1))
                : IntStream.rangeClosed(at, text.length()).anyMatch(from -> like(rest, text.substring(from)));
    }
}
