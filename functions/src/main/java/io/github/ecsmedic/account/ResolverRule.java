package io.github.ecsmedic.account;

import java.util.List;

/**
 * A rule of Route 53 Resolver that is associated with a VPC.
 *
 * @param domain in lower case, without the dot at the end; {@code ""} is the root, which covers every name
 * @param type {@code FORWARD} sends queries to {@code targets}, {@code SYSTEM} exempts names from that
 * @param profile the Route 53 Profile that brings it, or {@code ""} when it is associated with the VPC itself
 */
public record ResolverRule(String id, String domain, String type, List<String> targets, String profile) {
    public ResolverRule {
        targets = List.copyOf(targets);
    }

    /** Whether it sends queries to resolvers of the user's. */
    public boolean forwards() {
        return type.equals("FORWARD");
    }
}
