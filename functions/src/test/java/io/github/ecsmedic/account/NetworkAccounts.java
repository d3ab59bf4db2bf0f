package io.github.ecsmedic.account;

import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.container;
import static io.github.ecsmedic.account.FakeAccount.definition;
import static io.github.ecsmedic.account.FakeAccount.small;

import io.github.ecsmedic.account.NetworkAccount.Told;
import io.github.ecsmedic.model.Certainty;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Our own accounts with failures of the network: in each everything is in order but what its name says.
 *
 * <p>Each has a neighbour that differs in one fact, and in which that cause is not blamed.
 */
public final class NetworkAccounts {
    private NetworkAccounts() {}

    /** All of them. */
    public static List<NetworkAccount> all() {
        return Stream.of(
                        HostAccounts.instances(),
                        RouteAccounts.owners(),
                        RouteAccounts.routes(),
                        RuleAccounts.endpoints(),
                        RuleAccounts.filters(),
                        NameAccounts.names(),
                        NameAccounts.order())
                .flatMap(accounts -> accounts)
                .toList();
    }

    /** The one of that name. */
    public static NetworkAccount named(String name) {
        return all().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }

    /** No way to the internet and no need of one. */
    static FakeAccount isolated() {
        return small().withEndpoints("ecr.api", "ecr.dkr", "logs").s3Gateway(TABLE);
    }

    /** Behind a NAT gateway, with an image of Docker Hub. */
    static FakeAccount hub() {
        return small().behindNat().definition(definition(container("app", StartTexts.HUB_IMAGE)));
    }

    static Service.Deployment deployed(List<String> subnets, List<String> groups) {
        Service.Deployment d = FakeAccount.deployment(false);
        return new Service.Deployment(
                d.id(),
                d.status(),
                d.rolloutState(),
                d.taskDefinition(),
                d.desired(),
                d.running(),
                d.failed(),
                subnets,
                subnets.isEmpty() ? List.of() : groups,
                d.publicIp(),
                d.createdAt());
    }

    static Told nothing(String stop) {
        return new Told("unknown", Certainty.POSSIBLE, Set.of(), stop);
    }

    /** {@code resources} separated by a comma and a space. */
    static Told told(String cause, Certainty certainty, String stop, String resources) {
        return new Told(cause, certainty, Set.of(resources.split(", ")), stop);
    }
}
