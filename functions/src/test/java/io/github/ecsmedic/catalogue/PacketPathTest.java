package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.diagnose.PathOf;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole way of a packet, as a diagnosis shows it: {@code hop id verdict}. */
class PacketPathTest {
    @Test
    void path_throughANatGateway_listsEveryHopInOrder() {
        assertThat(path(Failure.login(OTHER_ADDRESS), small().behindNat()))
                .containsExactly(
                        "task 10.0.0.77 passed",
                        "name api.ecr.us-east-1.amazonaws.com passed",
                        "security-group sg-0aa1 passed",
                        "network-acl acl-0aa1 passed",
                        "route-table rtb-0aa1 passed",
                        "nat-acl acl-0aa1 passed",
                        "nat-gateway nat-0aa1 passed",
                        "nat-route-table rtb-0bb2 passed",
                        "public-access  passed",
                        "return acl-0aa1 passed");
    }

    @Test
    void path_toAnEndpoint_stopsAtItsGroup() {
        FakeAccount account = small().withEndpoints("ecr.api")
                .interfaceAt("ecr.api", "subnet-0cc3", "10.0.7.10")
                .group(new SecurityGroup(FakeAccount.ENDPOINT_GROUP, VPC, List.of(), List.of()));

        assertThat(path(Failure.login("10.0.7.10"), account))
                .containsExactly(
                        "task 10.0.0.77 passed",
                        "name api.ecr.us-east-1.amazonaws.com passed",
                        "security-group sg-0aa1 passed",
                        "network-acl acl-0aa1 passed",
                        "route-table rtb-0aa1 passed",
                        "endpoint-acl acl-0aa1 passed",
                        "endpoint-security-group sg-0ee5 failed",
                        "endpoint vpce-ecr.api passed",
                        "return acl-0aa1 passed");
    }

    @Test
    void path_toS3ByAGatewayEndpoint_endsThere() {
        assertThat(path(Failure.layers(S3_ADDRESS), small().s3Gateway(TABLE)))
                .containsExactly(
                        "task 10.0.0.77 passed",
                        "name 111122223333.dkr.ecr.us-east-1.amazonaws.com passed",
                        "security-group sg-0aa1 passed",
                        "network-acl acl-0aa1 passed",
                        "route-table rtb-0aa1 passed",
                        "endpoint vpce-0aa1 passed",
                        "return acl-0aa1 passed");
    }

    @Test
    void path_withAnAclThatKeepsAnswersOut_failsOnTheWayBack() {
        FakeAccount account = small().behindNat().acl(SUBNET, List.of(), List.of(FakeAccount.anything()));

        assertThat(path(Failure.login(OTHER_ADDRESS), account))
                .contains("network-acl acl-0aa1 passed", "return acl-0aa1 failed");
    }

    @Test
    void path_whoseTablesAreUnreadable_saysSoOnce() {
        FakeAccount account = small().unknown("ec2:DescribeRouteTables", "AccessDenied");

        assertThat(path(Failure.login(OTHER_ADDRESS), account))
                .containsExactly(
                        "task 10.0.0.77 passed",
                        "name api.ecr.us-east-1.amazonaws.com passed",
                        "security-group sg-0aa1 passed",
                        "network-acl acl-0aa1 passed",
                        "route-table  inconclusive",
                        "public-access  inconclusive",
                        "return acl-0aa1 passed");
    }

    @Test
    void path_thatLeavesOurView_endsInconclusive() {
        assertThat(path(Failure.login(OTHER_ADDRESS), small().route("0.0.0.0/0", "tgw-1")))
                .contains("route-table rtb-0aa1 passed", "next-hop tgw-1 inconclusive");
    }

    @Test
    void path_toANameThatDoesNotResolve_endsAtTheName() {
        Failure lookup = Failure.of("image_pull.dns_resolution")
                .image("nginx:1.27")
                .fact(Fact.HOST, "registry-1.docker.io")
                .fact(Fact.RESOLVER, "10.0.0.2");

        assertThat(path(lookup, small().behindNat())).containsExactly("name registry-1.docker.io failed");
    }

    @Test
    void path_ofACrash_isEmpty() {
        assertThat(path(Failure.exit(1), small())).isEmpty();
    }

    private static List<String> path(Failure failure, FakeAccount account) {
        return PathOf.inquiry(Catalogue.full().checks(), failure.in(account)).stream()
                .map(PacketPathTest::shown)
                .toList();
    }

    private static String shown(Hop hop) {
        return hop.hop() + " " + hop.id() + " " + hop.verdict();
    }
}
