package io.github.ecsmedic.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.aws.WireFault;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.signature.Fact;
import org.junit.jupiter.api.Test;

/** A read whose absence fails no check is told all the same, and one that a check has told is not told twice. */
class OtherFactsTest {
    private static final Failure BLOCKED = Failure.of("registry_auth.network_timeout")
            .fact(Fact.HOST, "api.ecr.us-east-1.amazonaws.com")
            .fact(Fact.RESOLVER, "10.0.0.2");

    @Test
    void read_thatNoCheckMissed_isNamed() {
        assertThat(without("ec2:DescribeVpcEndpoints").notChecked())
                .contains(new NotChecked("other-facts", "AccessDenied: ec2:DescribeVpcEndpoints"));
    }

    @Test
    void read_thatAChecksVerdictNames_isNotNamedAgain() {
        assertThat(without("route53resolver:ListFirewallDomains").notChecked())
                .extracting(NotChecked::check)
                .contains("dns-firewall")
                .doesNotContain("other-facts");
    }

    private static Diagnosis without(String operation) {
        return AccountOnTheWire.of(FakeAccount.small()
                        .withEndpoints("ecr.api", "ecr.dkr", "logs")
                        .firewall(10, "BLOCK", "*.amazonaws.com"))
                .faulty(WireFault.DENIED, asked -> asked.operation().equals(operation))
                .ask(account -> Investigated.of(BLOCKED.in(account)));
    }
}
