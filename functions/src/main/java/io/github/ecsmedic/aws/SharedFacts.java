package io.github.ecsmedic.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Facts of the network of one account and region that the diagnoses of one batch share, for a minute.
 *
 * <p>The rule by which an older fact may prove or refute: it is never older than the failure that it is used for. A batch
 * begins with nothing, and each of its failures happened before it was handed over; so whatever was read in it was read
 * after the failure, and says how the network was at a moment nearer to it than the moment at which it would be read
 * anew. A fact from before a failure would not do: what broke the task may have changed in between, and the old fact
 * would refute the very cause. After a fix nothing is shared at all: who acts, verifies or takes back reads by itself.
 *
 * <p>Only facts are shared. A read that was refused, was late or broke is made again by the next who needs it. Those
 * that ask at once wait for one request, and for one only. What changes with each task is not of the network: tasks,
 * services, interfaces, targets, roles, secrets, logs, metrics.
 */
final class SharedFacts {
    /** Shares nothing. */
    static final SharedFacts NONE = new SharedFacts(Clock.systemUTC(), Set.of());

    static final Duration FRESH = Duration.ofMinutes(1);

    /** Calls whose answers are shared. */
    static final Set<String> OPERATIONS = Set.of(
            "ec2:DescribeDhcpOptions",
            "ec2:DescribeInternetGateways",
            "ec2:DescribeManagedPrefixLists",
            "ec2:DescribeNatGateways",
            "ec2:DescribeNetworkAcls",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcAttribute",
            "ec2:DescribeVpcBlockPublicAccessOptions",
            "ec2:DescribeVpcEndpoints",
            "ec2:GetManagedPrefixListEntries",
            "route53:ListHostedZonesByVPC",
            "route53:ListResourceRecordSets",
            "route53profiles:ListProfileAssociations",
            "route53profiles:ListProfileResourceAssociations",
            "route53resolver:GetResolverRule",
            "route53resolver:ListFirewallDomains",
            "route53resolver:ListFirewallRuleGroupAssociations",
            "route53resolver:ListFirewallRules",
            "route53resolver:ListResolverRuleAssociations");

    /** A batch that reads more keeps the first ones. */
    static final int MOST = 2_000;

    private final Clock clock;
    private final Set<String> operations;
    private final Map<String, CompletableFuture<Optional<Fact<?>>>> facts = new ConcurrentHashMap<>();

    SharedFacts(Clock clock) {
        this(clock, OPERATIONS);
    }

    private SharedFacts(Clock clock, Set<String> operations) {
        this.clock = clock;
        this.operations = operations;
    }

    /** What was read, and when: before its first request was sent. */
    record Fact<T>(T value, Instant at) {}

    Instant now() {
        return clock.instant();
    }

    /**
     * The fact of that key, as it was read within a minute or as {@code read} brings it.
     *
     * @param left nanoseconds for which it may be waited
     * @throws NoAnswer when {@code read} does, or when the time is over
     */
    @SuppressWarnings("unchecked") // a key is used for one type of fact only
    <T> Fact<T> fact(String key, String operation, LongSupplier left, Supplier<Fact<T>> read) {
        if (!operations.contains(operation) || facts.size() >= MOST) {
            return read.get();
        }
        CompletableFuture<Optional<Fact<?>>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Fact<?>>> theirs = facts.putIfAbsent(key, mine);
        if (theirs != null) {
            Optional<Fact<?>> fact = awaited(theirs, operation, left);
            if (fact.isPresent() && Duration.between(fact.get().at(), now()).compareTo(FRESH) <= 0) {
                return (Fact<T>) fact.get();
            }
            if (!facts.replace(key, theirs, mine) && fact.isPresent()) {
                return fact(key, operation, left, read); // somebody else reads it anew already
            }
        }
        try {
            Fact<T> fact = read.get();
            mine.complete(Optional.of(fact));
            return fact;
        } finally {
            if (mine.complete(Optional.empty())) {
                facts.remove(key, mine);
            }
        }
    }

    private static Optional<Fact<?>> awaited(
            CompletableFuture<Optional<Fact<?>>> theirs, String operation, LongSupplier left) {
        try {
            return theirs.get(Math.max(0, left.getAsLong()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswer(NoAnswer.TIME, operation, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(NoAnswer.TIME, operation, "");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // never completed so
        }
    }
}
