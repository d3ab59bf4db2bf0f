package io.github.ecsmedic.infra;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** One installation as a stack of its own. Its outputs are what scripts and people ask it for. */
public final class EcsMedicStack extends Stack {
    /** Not every region's CloudFormation takes its tags. */
    private static final String DASHBOARD = "AWS::CloudWatch::Dashboard";

    public EcsMedicStack(Construct scope, Installation installation) {
        super(
                scope,
                installation.name(),
                StackProps.builder()
                        .description("ECS Medic: tells why tasks of Amazon ECS fail")
                        .analyticsReporting(false)
                        .synthesizer(DefaultStackSynthesizer.Builder.create()
                                .generateBootstrapVersionRule(false)
                                .build())
                        .build());
        EcsMedic medic = new EcsMedic(this, "EcsMedic", installation);
        Tags.of(this)
                .add(
                        "app",
                        "ecs-medic",
                        TagProps.builder()
                                .excludeResourceTypes(List.of(DASHBOARD))
                                .build());
        tell("QueueUrl", medic.intake().queue().getQueueUrl(), "Events wait here to be diagnosed");
        tell("DeadLetterQueueUrl", medic.intake().deadLetters().getQueueUrl(), "Events that could not be diagnosed");
        tell("UndeliveredQueueUrl", medic.intake().undelivered().getQueueUrl(), "Events that EventBridge kept");
        tell("FunctionName", medic.function().getFunctionName(), "The function that diagnoses");
        tell("Handler", EcsMedic.HANDLER, "Its entry point");
        tell("EventSourceMappingId", medic.mapping().getEventSourceMappingId(), "Disable it to pause");
        tell("LogGroupName", medic.log().getLogGroupName(), "What the function logs");
        tell("RoleName", medic.role().role().getRoleName(), "What the function may do");
        tell("RoleArn", medic.role().role().getRoleArn(), "What the function may do");
        tell("TopicArn", medic.outlet().topic().getTopicArn(), "Subscribe to receive the findings");
    }

    private void tell(String id, String value, String says) {
        CfnOutput.Builder.create(this, id).value(value).description(says).build();
    }
}
