package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.account.Storage.Statement;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The policy of a file system, which is JSON. */
final class FileSystemPolicy {
    private static final String SECURE = "aws:securetransport";
    private static final String POINT = "elasticfilesystem:accesspointarn";
    /** Holds for every mount by a mount target, and is true for all that ECS does. */
    private static final String BY_TARGET = "elasticfilesystem:accessedviamounttarget";

    private FileSystemPolicy() {}

    static List<Statement> statements(String policy, String operation) {
        Json read;
        try {
            read = Json.parse(policy.getBytes(UTF_8));
        } catch (IOException e) {
            throw new NoAnswer(NoAnswer.MALFORMED, operation, "");
        }
        List<Json> statements = read.objects("Statement");
        if (statements.isEmpty()) {
            throw new NoAnswer(NoAnswer.MALFORMED, operation, "");
        }
        return statements.stream().map(FileSystemPolicy::statement).toList();
    }

    private static Statement statement(Json statement) {
        Json principal = statement.at("Principal");
        List<String> who = principal instanceof Json.Text(String everyone) ? List.of(everyone) : principal.texts("AWS");
        List<Map.Entry<String, Json>> conditions = conditions(statement.at("Condition"));
        return new Statement(
                statement.text("Effect").equals("Allow"),
                who,
                statement.texts("Action"),
                conditions.stream()
                        .anyMatch(c -> key(c).equals(SECURE)
                                && c.getValue().items().stream()
                                        .anyMatch(v -> v.text().equalsIgnoreCase("false"))),
                conditions.stream()
                        .filter(c -> key(c).equals(POINT))
                        .flatMap(c -> c.getValue().items().stream().map(Json::text))
                        .toList(),
                conditions.stream()
                                .anyMatch(c -> !Set.of(SECURE, POINT, BY_TARGET).contains(key(c)))
                        || !statement.texts("NotAction").isEmpty()
                        || !(statement.at("NotPrincipal") instanceof Json.Nothing));
    }

    /** Keys and values of all operators. */
    private static List<Map.Entry<String, Json>> conditions(Json condition) {
        return members(condition)
                .flatMap(operator -> members(operator.getValue()))
                .toList();
    }

    private static Stream<Map.Entry<String, Json>> members(Json json) {
        return json instanceof Json.Members(Map<String, Json> values) ? values.entrySet().stream() : Stream.of();
    }

    private static String key(Map.Entry<String, Json> condition) {
        return condition.getKey().toLowerCase(Locale.ROOT);
    }
}
