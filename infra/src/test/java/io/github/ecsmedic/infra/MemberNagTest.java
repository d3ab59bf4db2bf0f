package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** The stack of members against cdk-nag's AwsSolutions; each exception with its reason. */
class MemberNagTest {
    @Test
    void memberStack_hasNoUnexplainedFinding() {
        MemberStack stack = new MemberStack(new App());
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/ecs-medic-member/ReaderPolicy/Resource",
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-IAM5")
                        .reason("Home reads metadata of whatever task fails, as it does at home: MembersTest.")
                        .build()));
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/ecs-medic-member/UndeliveredQueue/Resource",
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-SQS3")
                        .reason("It is the dead-letter queue of the rules' targets, which cdk-nag does not see.")
                        .build()));
        Aspects.of(stack).add(new AwsSolutionsChecks());
        Annotations findings = Annotations.fromStack(stack);
        assertThatCode(() -> findings.hasNoError("*", Match.anyValue())).doesNotThrowAnyException();
        assertThatCode(() -> findings.hasNoWarning("*", Match.stringLikeRegexp("AwsSolutions.*")))
                .doesNotThrowAnyException();
    }
}
