package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.account.AccessPolicy;
import io.github.ecsmedic.account.AccessPolicy.Patterns;
import io.github.ecsmedic.account.AccessPolicy.Statement;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads policy documents. */
final class PolicyReader {
    /** An endpoint's policy has at most 20,480 characters (docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html). */
    private static final int LONGEST = 32_768;

    private PolicyReader() {}

    /** Null for what is no policy: no text or too long a one, no JSON, a statement that lacks a part. */
    static @Nullable AccessPolicy policy(@Nullable String json) {
        try {
            Json document =
                    json == null || json.length() > LONGEST ? new Json.Nothing() : Json.parse(json.getBytes(UTF_8));
            List<Json> statements = document.objects("Statement");
            boolean whole = statements.stream().allMatch(PolicyReader::whole);
            return statements.isEmpty() || !whole
                    ? null
                    : new AccessPolicy(
                            statements.stream().map(PolicyReader::statement).toList());
        } catch (IOException malformed) {
            return null;
        }
    }

    private static boolean whole(Json statement) {
        String effect = statement.text("Effect");
        Statement read = statement(statement);
        return (effect.equals("Allow") || effect.equals("Deny"))
                && !read.actions().texts().isEmpty()
                && !read.resources().texts().isEmpty();
    }

    private static Statement statement(Json statement) {
        boolean conditional = !(statement.at("Condition") instanceof Json.Nothing)
                || statement.at("Principal") instanceof Json.Nothing;
        return new Statement(
                statement.text("Effect").equals("Allow"),
                principals(statement.at("Principal")),
                patterns(statement, "Action", "NotAction"),
                patterns(statement, "Resource", "NotResource"),
                conditional);
    }

    private static List<String> principals(Json principal) {
        return Stream.concat(
                        Stream.of(principal.text()).filter(text -> !text.isEmpty()), principal.texts("AWS").stream())
                .toList();
    }

    private static Patterns patterns(Json statement, String name, String except) {
        return statement.at(except) instanceof Json.Nothing
                ? new Patterns(statement.texts(name), false)
                : new Patterns(statement.texts(except), true);
    }
}
