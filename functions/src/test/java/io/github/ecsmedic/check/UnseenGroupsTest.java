package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Service.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of two security groups one is not shown: it may hold the rule that is missed. */
class UnseenGroupsTest {
    private static final SecurityGroup SHUT = new SecurityGroup(GROUP, VPC, List.of(), List.of());
    private static final SecurityGroup OPEN =
            new SecurityGroup(GROUP, VPC, List.of(), List.of(FakeAccount.open("0.0.0.0/0")));

    @Test
    void egress_withAGroupThatIsNotShown_isNotDenied() {
        assertThat(new TaskEgress()
                        .run(Failure.login(OTHER_ADDRESS)
                                .in(wearing(GROUP, "sg-hidden").group(SHUT))))
                .isEqualTo(new CheckResult.Inconclusive(
                        "the rules of sg-hidden are not shown: ec2:DescribeSecurityGroups"));
    }

    @Test
    void egress_thatTheShownGroupAllows_isAllowed() {
        assertThat(new TaskEgress()
                        .run(Failure.login(OTHER_ADDRESS)
                                .in(wearing(GROUP, "sg-hidden").group(OPEN))))
                .isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void egress_whereEveryGroupIsShown_isDenied() {
        assertThat(new TaskEgress()
                        .run(Failure.login(OTHER_ADDRESS).in(wearing(GROUP).group(SHUT))))
                .isInstanceOf(CheckResult.Failed.class);
    }

    @Test
    void ingress_ofAnEndpointWhoseGroupIsNotShown_isNotDenied() {
        FakeAccount account = small().withEndpoints("logs")
                .endpoint("ecr.api", e -> wearing(e, "sg-hidden"))
                .interfaceAt("ecr.api", SUBNET, "10.0.0.10");
        assertThat(new EndpointIngress().run(Failure.login("10.0.0.10").in(account)))
                .isEqualTo(new CheckResult.Inconclusive(
                        "the rules of sg-hidden are not shown: ec2:DescribeSecurityGroups"));
    }

    private static FakeAccount wearing(String... groups) {
        Deployment d = FakeAccount.deployment(false);
        return small().service(FakeAccount.service(new Deployment(
                d.id(),
                d.status(),
                d.rolloutState(),
                d.taskDefinition(),
                d.desired(),
                d.running(),
                d.failed(),
                d.subnets(),
                List.of(groups),
                d.publicIp(),
                d.createdAt())));
    }

    private static Endpoint wearing(Endpoint e, String group) {
        return new Endpoint(
                e.id(),
                e.vpcId(),
                e.service(),
                e.type(),
                e.state(),
                e.privateDns(),
                e.routeTables(),
                e.subnets(),
                List.of(group),
                e.networkInterfaces(),
                e.policy());
    }
}
