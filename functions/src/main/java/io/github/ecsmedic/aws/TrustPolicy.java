package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;

/** The trust policy of a role, as GetRole gives it: JSON, encoded as for a URL. */
final class TrustPolicy {
    private TrustPolicy() {}

    /** The services that its Allow statements let assume the role; {@code *} where everyone may. Conditions are not weighed. */
    static List<String> services(String encoded, String operation) {
        Json policy;
        try {
            // IAM encodes a blank as %20; a plus is a plus
            policy = Json.parse(
                    URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8).getBytes(UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new NoAnswer(NoAnswer.MALFORMED, operation, "");
        }
        return policy.objects("Statement").stream()
                .filter(statement -> statement.text("Effect").equals("Allow"))
                .filter(statement -> statement.texts("Action").stream().anyMatch(TrustPolicy::assumes))
                .map(statement -> statement.at("Principal"))
                .flatMap(principal -> principal instanceof Json.Text(String everyone)
                        ? List.of(everyone).stream()
                        : principal.texts("Service").stream())
                .distinct()
                .toList();
    }

    private static boolean assumes(String action) {
        return action.equalsIgnoreCase("sts:AssumeRole") || action.equalsIgnoreCase("sts:*") || action.equals("*");
    }
}
