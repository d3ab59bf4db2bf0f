package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** The stack with every setting against cdk-nag's AwsSolutions; each exception with its reason. */
class NagTest {
    @Test
    void stack_withEverySetting_hasNoUnexplainedFinding() {
        Map<String, String> everything = new TreeMap<>(Template.EVERYTHING);
        everything.putAll(ButtonsTest.CONTEXT);
        everything.putAll(FixerTest.CONTEXT);
        EcsMedicStack stack = Template.stack(new App(), everything);
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/ecs-medic-two/EcsMedic/Diagnose/Policy/Resource",
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-IAM5")
                        .reason("Reads metadata of whatever task fails: names are not known when deploying."
                                + " ReadPolicyTest lists what may be read on all resources and why.")
                        .build()));
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/ecs-medic-two/EcsMedic/Sweep/Role/Policy/Resource",
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-IAM5")
                        .reason("Describes whatever services an incident hits.")
                        .build()));
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/ecs-medic-two/EcsMedic/Fixer/Role/Policy/Resource",
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-IAM5")
                        .reason(
                                "Mends what its owner has tagged: names are not known when deploying. WriteScopeTest lists"
                                        + " what may be changed, on which kind of object and under which condition.")
                        .build()));
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/ecs-medic-two/EcsMedic/Sweep/DeadLetterQueue/Resource",
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-SQS3")
                        .reason("It is the dead-letter queue of a function, which cdk-nag does not see.")
                        .build()));
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/ecs-medic-two/EcsMedic/Intake/UndeliveredQueue/Resource",
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-SQS3")
                        .reason("It is the dead-letter queue of the rules' targets, which cdk-nag does not see.")
                        .build()));
        Aspects.of(stack).add(new AwsSolutionsChecks());
        Annotations findings = Annotations.fromStack(stack);
        assertThatCode(() -> findings.hasNoError("*", Match.anyValue())).doesNotThrowAnyException();
        assertThatCode(() -> findings.hasNoWarning("*", Match.anyValue())).doesNotThrowAnyException();
    }
}
