package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.LOG_GROUP;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.catalogue.Scenes.Scene;
import io.github.ecsmedic.check.Failure;
import java.util.List;
import java.util.stream.Stream;

/** Applications that cannot reach what they depend on. */
final class DependencyScenes {
    private static final String TIMEOUT = "FATAL: dial tcp 10.0.50.9:5432: i/o timeout";
    private static final String BY_NAME = "FATAL: dial tcp db.example.internal:5432: i/o timeout";
    private static final String OUTSIDE = "FATAL: dial tcp api.example.com:443: i/o timeout";

    private DependencyScenes() {}

    /** The sentence of a cause that is told why. */
    static Stream<Row> rows() {
        return Stream.of(CauseRows.row(
                        "app.dependency_unreachable",
                        Failure.exit(1),
                        account(small(), TIMEOUT),
                        "Container app ended because it cannot reach 10.0.50.9:5432 (no answer in time): No rule of"
                                + " sg-0db1, the security groups of network interface eni-0db1, admits the task on port"
                                + " 5432",
                        "10.0.50.9",
                        "5432",
                        "sg-0db1",
                        GROUP)
                .unless(account(small(), "FATAL: no more coffee")));
    }

    /** With and without a deployment under way, which costs reads of its own. */
    static Stream<Scene> all() {
        return Stream.of(TIMEOUT, BY_NAME, OUTSIDE, "Error: getaddrinfo ENOTFOUND db.example.internal")
                .flatMap(line -> Stream.of(
                        Scenes.scene("dependency " + line, Failure.exit(1), account(small().behindNat(), line, GROUP)),
                        Scenes.scene(
                                "deployed dependency " + line,
                                Failure.exit(1),
                                account(
                                        Rollouts.at("IN_PROGRESS")
                                                .behindNat()
                                                .task(Failure.exit(1).task()),
                                        line,
                                        GROUP)),
                        Scenes.scene(
                                "settled dependency " + line,
                                Failure.exit(1),
                                account(
                                        Rollouts.at("SUCCESSFUL")
                                                .behindNat()
                                                .task(Failure.exit(1).task()),
                                        line,
                                        GROUP))));
    }

    private static FakeAccount account(FakeAccount account, String line, String... admitted) {
        return account.subnet("subnet-0db1", "rtb-0db1")
                .log(LOG_GROUP, Failure.STREAM, "starting", line)
                .zone("Z1", "example.internal", new RecordSet("db.example.internal", "A", List.of("10.0.50.9")))
                .group(new SecurityGroup(
                        "sg-0db1",
                        VPC,
                        List.of(new Rule("tcp", 5432, 5432, List.of(), List.of(admitted), List.of())),
                        List.of()))
                .occupant(
                        new NetworkInterface("eni-0db1", "subnet-0db1", List.of("10.0.50.9"), List.of("sg-0db1")),
                        "RDSNetworkInterface");
    }
}
