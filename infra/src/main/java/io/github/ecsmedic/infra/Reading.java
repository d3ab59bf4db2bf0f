package io.github.ecsmedic.infra;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What allows reads, in our own account and in members alike.
 *
 * @param regions in which is read; several widen the ARNs, and are then held to these by a denial
 */
record Reading(List<String> regions) {
    /** Of the stack's own region. */
    static final Reading HERE = new Reading(List.of(Aws.REGION));

    /** Their values are never needed for a diagnosis. */
    static final List<String> PARAMETERS =
            List.of("ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParameters", "ssm:GetParametersByPath");

    static final List<String> SECRETS = List.of("secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue");

    Reading {
        regions = List.copyOf(regions);
    }

    /** One statement a kind of object, sorted, so that a new check changes as little of the template as possible. */
    List<PolicyStatement> of(Collection<String> actions) {
        SortedMap<String, PolicyStatement> statements = new TreeMap<>();
        for (String action : actions) {
            statements.computeIfAbsent(sid(action), sid -> reading(sid, action)).addActions(action);
        }
        if (!equals(HERE)) {
            statements.put("ZNeverElsewhere", elsewhere());
        }
        return List.copyOf(statements.values());
    }

    private PolicyStatement reading(String sid, String action) {
        PolicyStatement statement = PolicyStatement.Builder.create()
                .sid(sid)
                .resources(ReadScope.of(action, equals(HERE) ? Aws.REGION : "*"))
                .build();
        if (ReadScope.REGIONAL.contains(action)) {
            statement.addCondition("StringEquals", requested());
        }
        return statement;
    }

    private PolicyStatement elsewhere() {
        return PolicyStatement.Builder.create()
                .sid("NeverReadElsewhere")
                .effect(Effect.DENY)
                .actions(ReadScope.regional().stream()
                        .map(service -> service + ":*")
                        .toList())
                .resources(List.of("*"))
                .conditions(Map.of("StringNotEquals", requested()))
                .build();
    }

    private Map<String, Object> requested() {
        return Map.of("aws:RequestedRegion", equals(HERE) ? Aws.REGION : regions);
    }

    /** Actions with the same resources and conditions have the same id: letters of the service and of the objects. */
    private static String sid(String action) {
        if (ReadScope.REGIONAL.contains(action)) {
            return "ReadInThisRegion";
        }
        if (ReadScope.GLOBAL.contains(action)) {
            return "ReadGlobal";
        }
        StringBuilder sid = new StringBuilder("Read");
        word(sid, action.substring(0, action.indexOf(':')));
        ReadScope.of(action).forEach(arn -> word(sid, arn.split(":", 6)[5]));
        return sid.toString();
    }

    private static void word(StringBuilder sid, String text) {
        boolean upper = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                sid.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            } else {
                upper = true;
            }
        }
    }
}
