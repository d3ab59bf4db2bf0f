package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.SdkNetworksTest.ec2;
import static io.github.ecsmedic.aws.SdkNetworksTest.ec2Error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.PublicAccessBlock;
import io.github.ecsmedic.account.PublicAccessBlock.Exclusion;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicAccessTest {
    private static final String OPTIONS = "ec2:DescribeVpcBlockPublicAccessOptions";
    private static final String EXCLUSIONS = "ec2:DescribeVpcBlockPublicAccessExclusions";

    private final FakeAws aws = new FakeAws();

    @Test
    void block_thatIsOff_costsOneCall() {
        aws.on(OPTIONS, options("off"));

        assertThat(aws.account().networks().publicAccessBlock())
                .isEqualTo(new Answer.Known<>(new PublicAccessBlock("off", List.of()), OPTIONS));
        assertThat(aws.operations()).containsExactly(OPTIONS);
    }

    @Test
    void block_withExclusionsOverTwoPages_hasThoseInForce() {
        aws.on(OPTIONS, options("block-bidirectional"))
                .on(
                        EXCLUSIONS,
                        exclusions(
                                exclusion("vpc/vpc-1", "allow-egress", "create-complete")
                                        + exclusion("vpc/vpc-2", "allow-egress", "delete-complete"),
                                "<nextToken>more</nextToken>"),
                        exclusions(exclusion("subnet/subnet-3", "allow-bidirectional", "update-complete"), ""));

        assertThat(aws.account().networks().publicAccessBlock())
                .isEqualTo(new Answer.Known<>(
                        new PublicAccessBlock(
                                "block-bidirectional",
                                List.of(
                                        new Exclusion("vpc-1", "allow-egress"),
                                        new Exclusion("subnet-3", "allow-bidirectional"))),
                        OPTIONS));
        assertThat(aws.asked().getLast().body()).contains("NextToken=more");
    }

    @Test
    void block_withoutOptions_isUnknown() {
        aws.on(OPTIONS, ec2("DescribeVpcBlockPublicAccessOptions", ""));

        assertThat(aws.account().networks().publicAccessBlock())
                .isEqualTo(new Answer.Unknown<>("empty answer", OPTIONS));
    }

    @Test
    void block_whoseExclusionsAreRefused_isUnknownAndNamesThatCall() {
        aws.on(OPTIONS, options("block-ingress")).on(EXCLUSIONS, 403, ec2Error("UnauthorizedOperation"));

        assertThat(aws.account().networks().publicAccessBlock())
                .isEqualTo(new Answer.Unknown<>("AccessDenied", EXCLUSIONS));
    }

    private static String options(String mode) {
        return ec2(
                "DescribeVpcBlockPublicAccessOptions",
                "<vpcBlockPublicAccessOptions><internetGatewayBlockMode>" + mode
                        + "</internetGatewayBlockMode></vpcBlockPublicAccessOptions>");
    }

    private static String exclusions(String items, String more) {
        return ec2(
                "DescribeVpcBlockPublicAccessExclusions",
                "<vpcBlockPublicAccessExclusionSet>" + items + "</vpcBlockPublicAccessExclusionSet>" + more);
    }

    private static String exclusion(String resource, String mode, String state) {
        return "<item><resourceArn>arn:aws:ec2:us-east-1:111122223333:" + resource
                + "</resourceArn><internetGatewayExclusionMode>" + mode + "</internetGatewayExclusionMode><state>"
                + state
                + "</state></item>";
    }
}
