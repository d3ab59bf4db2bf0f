package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.Occupant;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdkOccupantsTest {
    private static final String INTERFACES = "ec2:DescribeNetworkInterfaces";

    private final FakeAws aws = new FakeAws();

    @Test
    void address_ofAnInterface_isFoundInItsVpc() {
        aws.on(
                INTERFACES,
                interfaces("<item><networkInterfaceId>eni-1</networkInterfaceId><subnetId>subnet-1</subnetId>"
                        + "<description>RDSNetworkInterface</description><groupSet><item><groupId>sg-1</groupId></item>"
                        + "</groupSet><privateIpAddressesSet><item><privateIpAddress>10.0.0.9</privateIpAddress></item>"
                        + "</privateIpAddressesSet></item>"));

        assertThat(aws.account().occupants().at("vpc-1", "10.0.0.9"))
                .isEqualTo(new Answer.Known<>(
                        List.of(new Occupant(
                                new NetworkInterface("eni-1", "subnet-1", List.of("10.0.0.9"), List.of("sg-1")),
                                "RDSNetworkInterface")),
                        INTERFACES));
        assertThat(aws.asked().getFirst().body())
                .contains("Filter.1.Name=vpc-id", "Filter.2.Name=addresses.private-ip-address", "10.0.0.9");
    }

    @Test
    void address_thatNobodyHas_isKnownToBeFree() {
        aws.on(INTERFACES, interfaces(""));

        assertThat(aws.account().occupants().at("vpc-1", "10.0.0.9"))
                .isEqualTo(new Answer.Known<>(List.of(), INTERFACES));
    }

    @Test
    void address_withAnEmptyAnswer_isUnknown() {
        aws.on(INTERFACES, "<DescribeNetworkInterfacesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"/>");

        assertThat(aws.account().occupants().at("vpc-1", "10.0.0.9"))
                .isEqualTo(new Answer.Unknown<>("empty answer", INTERFACES));
    }

    @Test
    void descriptions_areAskedTogether() {
        aws.on(INTERFACES, interfaces(""));

        assertThat(aws.account().occupants().described("vpc-1", List.of("ELB app/front/*", "ELB front")))
                .isEqualTo(new Answer.Known<>(List.of(), INTERFACES));
        assertThat(aws.asked().getFirst().body()).contains("Filter.2.Name=description", "Filter.2.Value.2=ELB");
    }

    private static String interfaces(String items) {
        return "<DescribeNetworkInterfacesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
                + "<networkInterfaceSet>" + items + "</networkInterfaceSet></DescribeNetworkInterfacesResponse>";
    }
}
