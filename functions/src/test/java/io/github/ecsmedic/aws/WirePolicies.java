package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.AccessPolicy;
import io.github.ecsmedic.account.AccessPolicy.Patterns;
import io.github.ecsmedic.account.AccessPolicy.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policy documents as their owners write them. */
final class WirePolicies {
    private WirePolicies() {}

    /** {@code ""} for one that could not be read. */
    static String text(@Nullable AccessPolicy policy) {
        return policy == null
                ? ""
                : Tree.of(
                                "Version",
                                "2012-10-17",
                                "Statement",
                                policy.statements().stream()
                                        .map(WirePolicies::statement)
                                        .toList())
                        .json();
    }

    private static Tree statement(Statement s) {
        boolean everyone = s.principals().equals(List.of("*"));
        return Tree.of(
                "Effect",
                s.allows() ? "Allow" : "Deny",
                "Principal",
                everyone ? "*" : Tree.of("AWS", s.principals()),
                name("Action", s.actions()),
                s.actions().texts(),
                name("Resource", s.resources()),
                s.resources().texts(),
                "Condition",
                s.conditional() ? Tree.of("Bool", Tree.of("aws:SecureTransport", "true")) : null);
    }

    private static String name(String plain, Patterns patterns) {
        return patterns.except() ? "Not" + plain : plain;
    }
}
