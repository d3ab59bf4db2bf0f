package io.github.ecsmedic.account;

import java.util.List;

/** A policy document, as far as its statements can be weighed without knowing the request's context. */
public record AccessPolicy(List<Statement> statements) {
    public AccessPolicy {
        statements = List.copyOf(statements);
    }

    /**
     * One statement; patterns hold {@code *} and {@code ?}.
     *
     * @param principals ARNs or account ids; {@code *} for everyone
     * @param conditional whether it depends on more: a Condition, a NotPrincipal, or nobody named
     */
    public record Statement(
            boolean allows, List<String> principals, Patterns actions, Patterns resources, boolean conditional) {
        public Statement {
            principals = List.copyOf(principals);
        }
    }

    /**
     * What a statement is about.
     *
     * @param except whether it is about everything but these ({@code NotAction}, {@code NotResource})
     */
    public record Patterns(List<String> texts, boolean except) {
        public Patterns {
            texts = List.copyOf(texts);
        }
    }
}
