package io.github.ecsmedic.infra;

import io.github.ecsmedic.handler.Metric;
import io.github.ecsmedic.handler.SweepHandler;
import io.github.ecsmedic.infra.FunctionRole.Who;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The sweep: every five minutes it sends what is due and looks whether incidents are over. */
final class Round extends Construct {
    static final String HANDLER = SweepHandler.class.getName() + "::handleRequest";
    static final String FAILING = "sweep-fails";
    static final String UNTOLD = "untold-messages";

    private static final int UNTOLD_SECONDS = 1_800;

    private final Fittings fittings;
    private final LogGroup log;
    private final Queue dead;
    private final FunctionRole role;
    private final Names names;

    Round(Construct scope, String id, Fittings fittings) {
        super(scope, id);
        this.fittings = fittings;
        names = fittings.names();
        log = fittings.log(this, names.sweep());
        dead = fittings.queue(this, "DeadLetterQueue", names.sweepDeadLetterQueue(), Duration.days(14))
                .build();
        role = new FunctionRole(
                this, "Role", names, new Who(names.sweep(), "reads whether incidents are over, changes nothing"));
        role.mayRead(SweepHandler.READS, fittings.props().accounts().reading());
        role.mayAssume(fittings.props().accounts(), names);
        role.mayLeave(dead);
    }

    FunctionRole role() {
        return role;
    }

    LogGroup log() {
        return log;
    }

    Queue dead() {
        return dead;
    }

    /** The function runs by itself from now on; what it fails at thrice is kept. */
    void runs(Function function) {
        if (function.getNode().getDefaultChild() instanceof CfnFunction plain) {
            plain.setDeadLetterConfig(CfnFunction.DeadLetterConfigProperty.builder()
                    .targetArn(dead.getQueueArn())
                    .build());
        }
        // Lambda refuses a dead-letter queue until the role may write to it
        function.getNode().addDependency(role.policy());
        schedule(
                this,
                names.rule("sweep"),
                "Runs the sweep of ECS Medic every five minutes",
                "rate(5 minutes)",
                fittings.live(function));
    }

    /** Lets the function run by itself. */
    static void schedule(Construct scope, String name, String says, String every, IFunction function) {
        CfnRule rule = CfnRule.Builder.create(scope, "Rule")
                .name(name)
                .description(says)
                .scheduleExpression(every)
                .state("ENABLED")
                .targets(List.of(CfnRule.TargetProperty.builder()
                        .id(name.substring(name.lastIndexOf('-') + 1))
                        .arn(function.getFunctionArn())
                        .build()))
                .build();
        CfnPermission.Builder.create(scope, "Permission")
                .action("lambda:InvokeFunction")
                .functionName(function.getFunctionArn())
                .principal("events.amazonaws.com")
                .sourceAccount(Aws.ACCOUNT_ID)
                .sourceArn(rule.getAttrArn())
                .build();
    }

    void watched(Outlet outlet, Function function) {
        outlet.alarm(
                FAILING,
                "The sweep of ECS Medic fails: incidents are not seen to end, messages are not sent again. Read the newest"
                        + " ERROR in " + names.logGroup(names.sweep()),
                function.metricErrors(MetricOptions.builder()
                        .statistic("Sum")
                        .period(Duration.minutes(15))
                        .build()),
                2);
        outlet.alarm(
                UNTOLD,
                "A message of ECS Medic has waited for its sink for more than 30 minutes. \"told\" in "
                        + names.logGroup(names.sweep()) + " says what the sink answers",
                Watch.metric(Metric.UNTOLD, names.sweep(), 5, Map.of()),
                UNTOLD_SECONDS);
    }
}
