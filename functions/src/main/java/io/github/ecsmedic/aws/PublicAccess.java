package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.lower;
import static io.github.ecsmedic.aws.Given.needed;

import io.github.ecsmedic.account.PublicAccessBlock;
import io.github.ecsmedic.account.PublicAccessBlock.Exclusion;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessExclusionsResponse;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion;

/** Reads VPC Block Public Access. */
final class PublicAccess {
    private static final String OPTIONS = "ec2:DescribeVpcBlockPublicAccessOptions";
    private static final String EXCLUSIONS = "ec2:DescribeVpcBlockPublicAccessExclusions";
    private static final Set<String> IN_FORCE = Set.of("create-complete", "update-complete", "update-in-progress");

    private final Clients clients;
    private final Reads reads;

    PublicAccess(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Answer<PublicAccessBlock> block() {
        return reads.ask("public access block", OPTIONS, () -> {
            var answer = reads.send(OPTIONS, () -> clients.ec2().describeVpcBlockPublicAccessOptions(r -> {}));
            var options = needed(answer.vpcBlockPublicAccessOptions(), OPTIONS);
            String mode = lower(needed(options.internetGatewayBlockModeAsString(), OPTIONS));
            return new PublicAccessBlock(mode, mode.equals("off") ? List.of() : exclusions());
        });
    }

    private List<Exclusion> exclusions() {
        return reads
                .pages(
                        EXCLUSIONS,
                        token -> clients.ec2().describeVpcBlockPublicAccessExclusions(r -> r.nextToken(token)),
                        answer -> listed(
                                answer.hasVpcBlockPublicAccessExclusions(),
                                answer.vpcBlockPublicAccessExclusions(),
                                EXCLUSIONS),
                        DescribeVpcBlockPublicAccessExclusionsResponse::nextToken)
                .stream()
                .filter(exclusion -> IN_FORCE.contains(lower(exclusion.stateAsString())))
                .map(PublicAccess::exclusion)
                .toList();
    }

    private static Exclusion exclusion(VpcBlockPublicAccessExclusion exclusion) {
        String arn = needed(exclusion.resourceArn(), EXCLUSIONS);
        return new Exclusion(
                arn.substring(arn.lastIndexOf('/') + 1), lower(exclusion.internetGatewayExclusionModeAsString()));
    }
}
