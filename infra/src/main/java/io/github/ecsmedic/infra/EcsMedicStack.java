package io.github.ecsmedic.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.CfnEventBus;
import software.constructs.Construct;

/** One installation as a stack of its own. Its outputs are what scripts and people ask it for. */
public final class EcsMedicStack extends Stack {
    public EcsMedicStack(Construct scope, EcsMedicProps props) {
        super(
                scope,
                props.name(),
                StackProps.builder()
                        .description("ECS Medic: tells why tasks of Amazon ECS fail")
                        .analyticsReporting(false)
                        .tags(EcsMedic.tags(props.custody()))
                        .synthesizer(DefaultStackSynthesizer.Builder.create()
                                .generateBootstrapVersionRule(false)
                                .build())
                        .build());
        EcsMedic medic = new EcsMedic(this, "EcsMedic", props);
        tell("QueueUrl", medic.intake().queue().getQueueUrl(), "Events wait here to be diagnosed");
        tell("DeadLetterQueueUrl", medic.intake().deadLetters().getQueueUrl(), "Events that could not be diagnosed");
        tell("UndeliveredQueueUrl", medic.intake().undelivered().getQueueUrl(), "Events that EventBridge kept");
        tell("FunctionName", medic.function().getFunctionName(), "The function that diagnoses");
        tell("Handler", EcsMedic.HANDLER, "Its entry point");
        tell("EventSourceMappingId", medic.mapping().getEventSourceMappingId(), "Disable it to pause");
        tell("LogGroupName", medic.log().getLogGroupName(), "What the function logs");
        tell("RoleName", medic.role().role().getRoleName(), "What the function may do");
        tell("RoleArn", medic.role().role().getRoleArn(), "What the function may do");
        medic.intake().bus().ifPresent(this::tell);
        tell("TopicArn", medic.outlet().topic().getTopicArn(), "Subscribe to receive the findings");
    }

    /** What members are told to forward to. */
    private void tell(CfnEventBus bus) {
        tell("MembersBusArn", bus.getAttrArn(), "Members forward their events to it");
    }

    private void tell(String id, String value, String says) {
        CfnOutput.Builder.create(this, id).value(value).description(says).build();
    }
}
