package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.host;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.fail;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.DnsProfile;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.NetworkAccount;
import io.github.ecsmedic.account.NetworkAccounts;
import io.github.ecsmedic.account.ResolverRule;
import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.diagnose.Diagnoser;
import io.github.ecsmedic.diagnose.Investigated;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.signature.Fact;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every account of the tests with the failure that is diagnosed in it, for those who read it over the wire. */
final class Scenes {
    private static final Instant MORNING = Instant.parse("2026-11-20T03:00:00Z");

    private static final Diagnoser ENGINE = Catalogue.full().diagnoser();

    private Scenes() {}

    /**
     * One of them.
     *
     * @param kind {@code network} for those in which a packet is walked, else {@code ""}
     * @param onInstance whether the task runs on an EC2 instance
     */
    record Scene(
            String name, String kind, boolean onInstance, FakeAccount account, Function<Account, Diagnosis> question) {
        Diagnosis in(AccountOnTheWire wire) {
            return wire.ask(question);
        }

        Diagnosis inMemory() {
            return question.apply(account);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The broken ones and their near misses. */
    static Stream<Scene> all() {
        return Stream.concat(
                CauseRows.all()
                        .flatMap(row -> Stream.of(
                                scene(row.cause(), row.failure(), row.broken()),
                                scene("not " + row.cause(), row.almost(), row.near()))),
                Stream.concat(
                        Stream.of(more(), DependencyScenes.all(), CallScenes.all())
                                .flatMap(scenes -> scenes),
                        NetworkAccounts.all().stream()
                                .flatMap(row -> Stream.of(
                                        scene(row.name(), row, row.account()),
                                        scene("not " + row.name(), row, row.twin())))));
    }

    /** Those in which a packet is walked. */
    static Stream<Scene> network() {
        return all().filter(scene -> scene.kind().equals("network"));
    }

    static Scene scene(String name, Failure failure, FakeAccount account) {
        boolean network = name.matches("(?:not )?(?:network|dns)\\..*");
        return new Scene(
                name,
                network ? "network" : "",
                !failure.task().containerInstanceArn().isEmpty(),
                account,
                read -> Investigated.of(failure.in(read)));
    }

    /** With the text that ECS told, which is recognised first. */
    private static Scene scene(String name, NetworkAccount row, FakeAccount account) {
        return new Scene(
                name,
                "network",
                !row.task().containerInstanceArn().isEmpty(),
                account,
                read -> ENGINE.diagnose(row.subject(), row.task(), read) instanceof Outcome.Diagnosed(Diagnosis told)
                        ? told
                        : fail("a failed task is diagnosed"));
    }

    /** What the rows do not hold: instances, and much that is attached to the VPC. */
    private static Stream<Scene> more() {
        return Stream.of(
                scene("network.login from an instance behind a NAT gateway", onInstance(), hosted().behindNat()),
                scene(
                        "network.login from an instance that public access blocks",
                        onInstance(),
                        hosted().behindNat().blocking("block-bidirectional")),
                scene(
                        "network.login from an instance with endpoints",
                        Failure.login("10.0.0.10").onInstance(),
                        ends()),
                scene(
                        "network.layers from an instance past the S3 gateway",
                        Failure.layers(S3_ADDRESS).onInstance().subnet("").stopping(MORNING, MORNING),
                        hosted().behindNat().s3Gateway("rtb-other")),
                scene(
                        "network.login with lists in the route table",
                        Failure.login(OTHER_ADDRESS),
                        ends().s3Gateway(TABLE).behindNat()),
                scene("dns.lookup with much attached", lookup(), attached()));
    }

    private static Failure onInstance() {
        return Failure.login(OTHER_ADDRESS).onInstance().subnet("").stopping(MORNING, MORNING);
    }

    private static FakeAccount hosted() {
        return small().instance(host(""));
    }

    private static FakeAccount ends() {
        return hosted().withEndpoints("ecr.api", "ecr.dkr", "logs");
    }

    private static Failure lookup() {
        return Failure.of("registry_auth.network_timeout")
                .fact(Fact.HOST, "api.ecr.us-east-1.amazonaws.com")
                .fact(Fact.RESOLVER, "10.0.0.2");
    }

    private static FakeAccount attached() {
        return ends().rule("rslvr-rr-1", "corp.example.com", "FORWARD")
                .rule("rslvr-rr-2", "lab.example.com", "FORWARD")
                .firewall(10, "ALLOW", "*.example.com")
                .firewall(20, "BLOCK", "*.example.org")
                .zone("Z1", "example.com")
                .profile(new DnsProfile(
                        "rp-1",
                        List.of(FakeAccount.zone("Z2", "example.net", "rp-1")),
                        List.of(new ResolverRule("rslvr-rr-3", "example.net", "FORWARD", List.of("10.9.0.53"), "rp-1")),
                        List.of()));
    }
}
