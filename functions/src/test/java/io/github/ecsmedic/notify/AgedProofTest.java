package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgedProofTest {
    private static final String SOURCE = "ec2:DescribeVpcEndpoints, read 41 s ago";

    private static final Diagnosis AGED = new Diagnoses.Draft(Diagnoses.crash().subject(), "image_pull.network_timeout")
            .cause(new Cause(
                    "network.s3_gateway_missing",
                    Certainty.PROVEN,
                    "no way to S3",
                    Resources.NONE,
                    List.of(new Evidence("vpc-0aa1 has no endpoint of S3", SOURCE))))
            .done();

    @Test
    void proof_thatAnotherDiagnosisRead_isToldWithItsAge() {
        String said = "vpc-0aa1 has no endpoint of S3 (" + SOURCE + ")";
        assertThat(SlackMessage.of(AGED, MessageOptions.DEFAULT)).contains(said);
        assertThat(MailText.told(AGED, Story.NONE).replaceAll("\\s+", " ")).contains(said);
        assertThat(DiagnosisJson.of(AGED)).contains("\"source\":\"" + SOURCE + "\"");
    }
}
