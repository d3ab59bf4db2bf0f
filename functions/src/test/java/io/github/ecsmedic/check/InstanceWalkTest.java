package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.PROFILE;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.host;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeAccount.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.account.SecurityGroup;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On EC2 it is the instance that pulls, logs and fetches secrets, whatever the task's own interface is. */
class InstanceWalkTest {
    private static final String HOST_GROUP = "sg-0ho5";

    static Stream<Verdicts.Row> rows() {
        Failure awsvpc = Failure.login(OTHER_ADDRESS).onInstance();
        Failure bridge = Failure.login(OTHER_ADDRESS).onInstance().subnet("");
        return Stream.of(
                row(
                        new PublicPath(),
                        "the task's subnet has no way out, the instance's has",
                        awsvpc,
                        elsewhere(),
                        "passed"),
                row(new PublicPath(), "bridge mode", bridge, elsewhere(), "passed"),
                row(
                        new PublicPath(),
                        "the instance has no public address",
                        awsvpc,
                        small().publicSubnet().publicIp(true).instance(host("")),
                        "no-public-ip"),
                row(
                        new PublicPath(),
                        "the instance has one, the service assigns none",
                        awsvpc,
                        small().publicSubnet().instance(host("203.0.113.9")),
                        "passed"),
                row(
                        new PublicPath(),
                        "the instance is gone",
                        awsvpc,
                        small().instance(host("")).unknown("ec2:DescribeInstances", "empty answer"),
                        "open: empty answer: ec2:DescribeInstances"),
                row(
                        new PublicPath(),
                        "container instances unreadable",
                        awsvpc,
                        small().instance(host("")).unknown("ecs:DescribeContainerInstances", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeContainerInstances"),
                row(new TaskEgress(), "the instance's group lets out", awsvpc, withGroup(true), "passed"),
                row(
                        new TaskEgress(),
                        "the instance's group does not, the service's does",
                        awsvpc,
                        withGroup(false),
                        "not-let-out"),
                row(
                        new EndpointIngress(),
                        "the endpoint admits the instance's address only",
                        Failure.login("10.0.0.10").onInstance(),
                        endpointAdmits("10.0.0.66/32"),
                        "passed"),
                row(
                        new EndpointIngress(),
                        "the endpoint admits the task's address only",
                        Failure.login("10.0.0.10").onInstance(),
                        endpointAdmits("10.0.0.77/32"),
                        "not-admitted"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void verdict_taskOnInstance_isAboutTheInstance(Verdicts.Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    /** The instance is in a public subnet of its own. */
    private static FakeAccount elsewhere() {
        return small().internetGateway()
                .natRoute(FakeAccount.GATEWAY)
                .instance(new Instance(
                        FakeAccount.INSTANCE,
                        VPC,
                        FakeAccount.NAT_SUBNET,
                        "10.0.99.5",
                        "203.0.113.9",
                        List.of(GROUP),
                        PROFILE));
    }

    private static FakeAccount withGroup(boolean lets) {
        return small().behindNat()
                .group(new SecurityGroup(HOST_GROUP, VPC, List.of(), lets ? List.of(tcp(443, "0.0.0.0/0")) : List.of()))
                .instance(
                        new Instance(FakeAccount.INSTANCE, VPC, SUBNET, "10.0.0.66", "", List.of(HOST_GROUP), PROFILE));
    }

    private static FakeAccount endpointAdmits(String range) {
        return small().withEndpoints("ecr.api")
                .instance(host(""))
                .group(new SecurityGroup(FakeAccount.ENDPOINT_GROUP, VPC, List.of(tcp(443, range)), List.of()));
    }

    private static Verdicts.Row row(Check check, String name, Failure failure, FakeAccount account, String says) {
        return new Verdicts.Row(check, name, failure, account, says);
    }
}
