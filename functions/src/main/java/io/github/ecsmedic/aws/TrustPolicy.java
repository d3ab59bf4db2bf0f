package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.account.Roles.Trust;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The trust policy of a role, as GetRole gives it: JSON, encoded as for a URL.
 *
 * @param trusted the services that its Allow statements let assume the role; {@code *} where everyone may
 * @param conditional those that may only under a condition
 */
record TrustPolicy(List<String> trusted, List<Trust> conditional) {
    private static final Set<String> POSITIVE =
            Set.of("stringequals", "stringlike", "arnequals", "arnlike", "stringequalsifexists", "stringlikeifexists");

    TrustPolicy {
        trusted = List.copyOf(trusted);
        conditional = List.copyOf(conditional);
    }

    /** Services that a statement without condition denies are trusted by none. */
    static TrustPolicy of(String encoded, String operation) {
        List<Json> statements = read(encoded, operation).objects("Statement").stream()
                .filter(statement -> statement.texts("Action").stream().anyMatch(TrustPolicy::assumes))
                .toList();
        List<String> denied = statements.stream()
                .filter(statement -> statement.text("Effect").equals("Deny") && !conditional(statement))
                .flatMap(statement -> services(statement).stream())
                .toList();
        List<Json> allowing = statements.stream()
                .filter(statement -> statement.text("Effect").equals("Allow"))
                .toList();
        return new TrustPolicy(
                allowing.stream()
                        .filter(statement -> !conditional(statement))
                        .flatMap(statement -> services(statement).stream())
                        .filter(service -> !denied.contains(service) && !denied.contains("*"))
                        .distinct()
                        .toList(),
                allowing.stream()
                        .filter(TrustPolicy::conditional)
                        .flatMap(statement -> services(statement).stream().map(service -> trust(service, statement)))
                        .filter(trust -> !denied.contains(trust.service()) && !denied.contains("*"))
                        .toList());
    }

    private static Json read(String encoded, String operation) {
        try {
            // IAM encodes a blank as %20; a plus is a plus
            return Json.parse(
                    URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8).getBytes(UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new NoAnswer(NoAnswer.MALFORMED, operation, "");
        }
    }

    private static boolean conditional(Json statement) {
        return statement.at("Condition") instanceof Json.Members(Map<String, Json> operators) && !operators.isEmpty();
    }

    private static List<String> services(Json statement) {
        Json principal = statement.at("Principal");
        return principal instanceof Json.Text(String everyone) ? List.of(everyone) : principal.texts("Service");
    }

    private static Trust trust(String service, Json statement) {
        List<String> accounts = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        List<String> others = new ArrayList<>();
        if (statement.at("Condition") instanceof Json.Members(Map<String, Json> operators)) {
            operators.forEach((operator, keys) -> {
                if (keys instanceof Json.Members(Map<String, Json> values)) {
                    values.keySet()
                            .forEach(key -> into(operator, key, accounts, sources, others)
                                    .addAll(values(operator, key, keys)));
                }
            });
        }
        return new Trust(service, accounts, sources, others);
    }

    private static List<String> into(
            String operator, String key, List<String> accounts, List<String> sources, List<String> others) {
        return switch (weighed(operator, key)) {
            case "aws:sourceaccount" -> accounts;
            case "aws:sourcearn" -> sources;
            default -> others;
        };
    }

    /** What is not weighed is told by its key. */
    private static List<String> values(String operator, String key, Json keys) {
        return weighed(operator, key).isEmpty() ? List.of(key) : keys.texts(key);
    }

    private static String weighed(String operator, String key) {
        String name = key.toLowerCase(Locale.ROOT);
        boolean known = name.equals("aws:sourceaccount") || name.equals("aws:sourcearn");
        return known && POSITIVE.contains(operator.toLowerCase(Locale.ROOT)) ? name : "";
    }

    private static boolean assumes(String action) {
        return action.equalsIgnoreCase("sts:AssumeRole") || action.equalsIgnoreCase("sts:*") || action.equals("*");
    }
}
