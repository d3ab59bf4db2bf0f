package io.github.ecsmedic.network;

import io.github.ecsmedic.account.AccessPolicy;
import io.github.ecsmedic.account.AccessPolicy.Patterns;
import io.github.ecsmedic.account.AccessPolicy.Statement;
import java.util.List;
import java.util.Locale;

/** What the policy of an endpoint says to one request: a Deny wins, and what no statement allows is denied. */
public enum PolicyDecision {
    ALLOWED,
    DENIED,
    /** A statement that matters depends on a condition, or on who asks. */
    OPEN;

    /**
     * One request.
     *
     * @param resource an ARN, {@code *} for calls that know none, or {@code ""} when it is not known
     * @param principal the role's ARN, or {@code ""} when it is not known or cannot be compared
     */
    public record Request(String action, String resource, String principal) {}

    /** Weighs every statement. */
    public static PolicyDecision of(AccessPolicy policy, Request request) {
        boolean allowed = false;
        boolean open = false;
        for (Statement statement : policy.statements()) {
            switch (match(statement, request)) {
                case NO -> {}
                case MAYBE -> open = true;
                case YES -> {
                    if (!statement.allows()) {
                        return DENIED;
                    }
                    allowed = true;
                }
            }
        }
        boolean mayBeDenied =
                policy.statements().stream().anyMatch(s -> !s.allows() && match(s, request) == Match.MAYBE);
        return allowed && !mayBeDenied ? ALLOWED : open ? OPEN : DENIED;
    }

    private enum Match {
        NO,
        MAYBE,
        YES
    }

    private static Match match(Statement statement, Request request) {
        boolean action = holds(lower(statement.actions()), request.action().toLowerCase(Locale.ROOT));
        boolean unknown = request.resource().isEmpty();
        boolean everything =
                !statement.resources().except() && statement.resources().texts().contains("*");
        boolean variable = statement.resources().texts().stream().anyMatch(text -> text.contains("${"));
        boolean resource = everything || unknown || variable || holds(statement.resources(), request.resource());
        Match who = principal(statement, request.principal());
        if (!action || !resource || who == Match.NO) {
            return Match.NO;
        }
        return statement.conditional() || who == Match.MAYBE || ((unknown || variable) && !everything)
                ? Match.MAYBE
                : Match.YES;
    }

    private static Match principal(Statement statement, String role) {
        List<String> named = statement.principals();
        if (named.contains("*") || statement.conditional()) {
            return Match.YES;
        }
        if (role.isEmpty()) {
            return Match.MAYBE;
        }
        String[] parts = role.split(":", -1);
        String account = parts.length > 4 ? parts[4] : "";
        boolean meant = named.contains(role)
                || named.contains(account)
                || named.stream().anyMatch(n -> !account.isEmpty() && n.endsWith("::" + account + ":root"));
        // a role's session may also be named, or a role with a path that the message leaves out
        String name = role.substring(role.lastIndexOf('/') + 1);
        boolean similar = named.stream().anyMatch(n -> n.contains(name) || n.indexOf('*') >= 0);
        return meant ? Match.YES : similar ? Match.MAYBE : Match.NO;
    }

    private static Patterns lower(Patterns patterns) {
        return new Patterns(
                patterns.texts().stream().map(t -> t.toLowerCase(Locale.ROOT)).toList(), patterns.except());
    }

    private static boolean holds(Patterns patterns, String text) {
        return patterns.texts().stream().anyMatch(p -> like(p, text)) != patterns.except();
    }

    /** Whether the text matches the pattern, in time proportional to both lengths at most. */
    public static boolean like(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
