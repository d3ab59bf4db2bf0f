package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that name what has to be read first: nothing is denied by what nobody looked at. */
class NamedListsAndGroupsTest {
    private static final Rule BY_LIST = new Rule("tcp", 443, 443, List.of(), List.of(), List.of("pl-own"));

    @Test
    void egress_byAListThatHoldsTheAddress_passes() {
        FakeAccount account = withRule().prefixList(new PrefixList("pl-own", "", List.of(OTHER_ADDRESS + "/32")));

        assertThat(asked(new TaskEgress(), account)).isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void egress_byAListThatDoesNotHoldTheAddress_fails() {
        FakeAccount account = withRule().prefixList(new PrefixList("pl-own", "", List.of("203.0.113.0/24")));

        assertThat(asked(new TaskEgress(), account)).isInstanceOf(CheckResult.Failed.class);
    }

    @Test
    void egress_byAListThatIsNotRead_isInconclusive() {
        FakeAccount account = withRule().unknown("ec2:GetManagedPrefixListEntries", "AccessDenied");

        assertThat(asked(new TaskEgress(), account)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void endpoint_thatAdmitsByGroupATaskWhoseGroupsAreNotRead_isInconclusive() {
        FakeAccount account = admittingByGroup().unknown("ecs:DescribeServices", "AccessDenied");

        assertThat(askedInside(account)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void endpoint_thatAdmitsAnotherGroupOnly_fails() {
        assertThat(askedInside(admittingByGroup())).isInstanceOf(CheckResult.Failed.class);
    }

    private static FakeAccount admittingByGroup() {
        Rule byGroup = new Rule("tcp", 443, 443, List.of(), List.of("sg-other"), List.of());
        return small().withEndpoints("ecr.api")
                .group(new SecurityGroup(FakeAccount.ENDPOINT_GROUP, VPC, List.of(byGroup), List.of()));
    }

    private static CheckResult askedInside(FakeAccount account) {
        return new EndpointIngress().run(Failure.login("10.0.0.10").in(account));
    }

    private static FakeAccount withRule() {
        return small().group(new SecurityGroup(GROUP, VPC, List.of(), List.of(BY_LIST)));
    }

    private static CheckResult asked(Check check, FakeAccount account) {
        return check.run(Failure.login(OTHER_ADDRESS).in(account));
    }
}
