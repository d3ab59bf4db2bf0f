package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.SdkNetworksTest.ec2;
import static io.github.ecsmedic.aws.SdkNetworksTest.ec2Error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.NetworkAcl;
import io.github.ecsmedic.account.NetworkAcl.Entry;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkAclsTest {
    private static final String ACLS = "ec2:DescribeNetworkAcls";

    private final FakeAws aws = new FakeAws();

    @Test
    void networkAcls_ofTwoSubnetsOverTwoPages_areReadInOneQuestion() {
        aws.on(ACLS, ec2("DescribeNetworkAcls", """
                <networkAclSet><item><networkAclId>acl-1</networkAclId><vpcId>vpc-1</vpcId>
                  <associationSet><item><subnetId>subnet-1</subnetId></item><item><subnetId>subnet-9</subnetId></item></associationSet>
                  <entrySet>
                    <item><ruleNumber>100</ruleNumber><protocol>6</protocol><ruleAction>allow</ruleAction><egress>true</egress>
                      <cidrBlock>0.0.0.0/0</cidrBlock><portRange><from>443</from><to>444</to></portRange></item>
                    <item><ruleNumber>32767</ruleNumber><protocol>-1</protocol><ruleAction>deny</ruleAction><egress>false</egress>
                      <ipv6CidrBlock>::/0</ipv6CidrBlock></item>
                  </entrySet></item></networkAclSet><nextToken>more</nextToken>"""), ec2("DescribeNetworkAcls", """
                <networkAclSet><item><networkAclId>acl-2</networkAclId>
                  <associationSet><item><subnetId>subnet-2</subnetId></item></associationSet><entrySet/></item></networkAclSet>"""));
        NetworkAcl one = new NetworkAcl(
                "acl-1",
                List.of("subnet-1", "subnet-9"),
                List.of(new Entry(32_767, false, "-1", "::/0", 0, 65_535)),
                List.of(new Entry(100, true, "6", "0.0.0.0/0", 443, 444)));
        NetworkAcl two = new NetworkAcl("acl-2", List.of("subnet-2"), List.of(), List.of());

        assertThat(aws.account().networks().networkAcls(List.of("subnet-2", "subnet-1", "subnet-2")))
                .isEqualTo(new Answer.Known<>(List.of(one, two), ACLS));
        assertThat(aws.asked().getFirst().body())
                .contains(
                        "Filter.1.Name=association.subnet-id",
                        "Filter.1.Value.1=subnet-1",
                        "Filter.1.Value.2=subnet-2");
    }

    @Test
    void networkAcls_whereOneSubnetHasNone_areUnknown() {
        aws.on(ACLS, ec2("DescribeNetworkAcls", """
                <networkAclSet><item><networkAclId>acl-2</networkAclId>
                  <associationSet><item><subnetId>subnet-2</subnetId></item></associationSet><entrySet/></item></networkAclSet>"""));

        assertThat(aws.account().networks().networkAcls(List.of("subnet-1", "subnet-2")))
                .isEqualTo(new Answer.Unknown<>("empty answer", ACLS));
    }

    @Test
    void networkAcls_withoutTheirRules_areUnknown() {
        aws.on(ACLS, ec2("DescribeNetworkAcls", """
                <networkAclSet><item><networkAclId>acl-1</networkAclId>
                  <associationSet><item><subnetId>subnet-1</subnetId></item></associationSet></item></networkAclSet>"""));

        assertThat(aws.account().networks().networkAcls(List.of("subnet-1")))
                .isEqualTo(new Answer.Unknown<>("empty answer", ACLS));
    }

    @Test
    void networkAcls_refused_areUnknown() {
        aws.on(ACLS, 403, ec2Error("UnauthorizedOperation"));

        assertThat(aws.account().networks().networkAcls(List.of("subnet-1")))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", ACLS));
    }
}
