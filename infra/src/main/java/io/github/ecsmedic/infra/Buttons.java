package io.github.ecsmedic.infra;

import io.github.ecsmedic.config.SlackSettings;
import io.github.ecsmedic.handler.SlackHandler;
import io.github.ecsmedic.infra.Fittings.Runs;
import io.github.ecsmedic.infra.FunctionRole.Who;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The buttons of messages in Slack: a function that anybody can call, which may put requests into its own queue and read
 * its own secret, and nothing else; and that queue.
 */
final class Buttons extends Construct {
    static final String HANDLER = SlackHandler.class.getName() + "::handleRequest";
    static final String DEAD = "requests-dead-letters";

    static final int AT_ONCE = 2;

    private static final String TAKES = "ECS Medic: takes the buttons that people press in Slack";
    private static final int RECEIVES = 5;
    private static final int BATCH = 10;

    private final Names names;
    private final Queue deadLetters;
    private final Queue queue;

    Buttons(Construct scope, String id, Fittings fittings) {
        super(scope, id);
        names = fittings.names();
        EcsMedicProps props = fittings.props();
        deadLetters = fittings.queue(this, "DeadLetterQueue", names.requestsDeadLetterQueue(), Duration.days(14))
                .build();
        queue = fittings.queue(this, "Queue", names.requestsQueue(), Duration.days(4))
                .visibilityTimeout(
                        Duration.seconds(6 * Intake.TIME_OUT.toSeconds().intValue()))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(RECEIVES)
                        .build())
                .build();
        LogGroup log = fittings.log(this, names.buttons());
        FunctionRole role = new FunctionRole(
                this, "Role", names, new Who(names.buttons(), "hands on what people press, changes nothing"));
        role.mayLeave(queue);
        fittings.key().ifPresent(key -> role.mayEncrypt(key.getKeyArn()));
        role.mayReadSecret(props.buttons().signing());
        role.mayWrite(log);
        Function function = fittings.function(this, new Runs(names.buttons(), HANDLER, TAKES), role, log)
                .timeout(Duration.seconds(10))
                .environment(environment(props))
                .build();
        Fittings.reserve(function, AT_ONCE);
        FunctionUrl url = fittings.live(function)
                .addFunctionUrl(FunctionUrlOptions.builder()
                        .authType(FunctionUrlAuthType.NONE)
                        .build());
        CfnOutput output = CfnOutput.Builder.create(this, "Url")
                .value(url.getUrl())
                .description("The request URL for interactivity of the Slack app")
                .build();
        output.overrideLogicalId("SlackRequestUrl");
    }

    void watched(Outlet outlet) {
        outlet.alarm(
                DEAD,
                "Requests from Slack that ECS Medic failed to work in five times wait in "
                        + names.requestsDeadLetterQueue(),
                deadLetters.metricApproximateNumberOfMessagesVisible(MetricOptions.builder()
                        .statistic("Maximum")
                        .period(Duration.minutes(1))
                        .build()),
                1);
    }

    void workedOnBy(IFunction function, FunctionRole role) {
        role.mayTakeRequestsFrom(queue);
        EventSourceMapping mapping = EventSourceMapping.Builder.create(this, "Mapping")
                .target(function)
                .eventSourceArn(queue.getQueueArn())
                .batchSize(BATCH)
                .maxBatchingWindow(Duration.seconds(0))
                .reportBatchItemFailures(true)
                .maxConcurrency(AT_ONCE)
                .build();
        mapping.getNode().addDependency(role.policy());
    }

    private Map<String, String> environment(EcsMedicProps props) {
        EcsMedicProps.Buttons buttons = props.buttons();
        Map<String, String> environment = new TreeMap<>(Map.of(
                SlackSettings.SIGNING_SECRET, buttons.signing().secret(),
                SlackSettings.QUEUE_URL, queue.getQueueUrl(),
                SlackSettings.TEAM, buttons.team(),
                SlackSettings.USERS, buttons.users(),
                SlackSettings.CHANNELS, buttons.channels()));
        environment.putAll(JarVersion.environment(props.jar()));
        return environment;
    }
}
