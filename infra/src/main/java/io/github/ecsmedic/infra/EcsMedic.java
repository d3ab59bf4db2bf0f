package io.github.ecsmedic.infra;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.handler.DiagnoseHandler;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** ECS Medic in one account and region: rules, queue, function, topic, and the alarms that watch them. */
public final class EcsMedic extends Construct {
    static final String HANDLER = DiagnoseHandler.class.getName() + "::handleRequest";
    private static final int MEMORY_MEGABYTES = 1024;
    private static final int BATCH = 10;
    private static final int CONCURRENCY = 5;

    private final Intake intake;
    private final Outlet outlet;
    private final DiagnoseRole role;
    private final LogGroup log;
    private final Function function;
    private final EventSourceMapping mapping;

    public EcsMedic(Construct scope, String id, Installation installation) {
        super(scope, id);
        Names names = new Names(installation.name());
        intake = new Intake(this, "Intake", names);
        outlet = new Outlet(this, "Outlet", installation, intake);
        log = LogGroup.Builder.create(this, "Log")
                .logGroupName(names.logGroup())
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        role = diagnoseRole(installation, names);
        function = function(installation, names);
        mapping = connect();
    }

    Intake intake() {
        return intake;
    }

    Outlet outlet() {
        return outlet;
    }

    DiagnoseRole role() {
        return role;
    }

    LogGroup log() {
        return log;
    }

    Function function() {
        return function;
    }

    EventSourceMapping mapping() {
        return mapping;
    }

    private DiagnoseRole diagnoseRole(Installation installation, Names names) {
        DiagnoseRole made = new DiagnoseRole(this, "Diagnose", names);
        made.mayRead(Catalogue.full().readActions());
        made.mayUse(intake, outlet, log);
        made.mayReadWebhook(installation.slack());
        made.neverReadsSecrets(installation.slack(), outlet.key().getKeyArn());
        return made;
    }

    private Function function(Installation installation, Names names) {
        return Function.Builder.create(this, "Function")
                .functionName(names.function())
                .description("ECS Medic: tells why tasks of Amazon ECS fail")
                .runtime(Runtime.JAVA_25)
                .architecture(installation.arm64() ? Architecture.ARM_64 : Architecture.X86_64)
                .handler(HANDLER)
                .code(Code.fromAsset(installation.jar().toString()))
                .memorySize(MEMORY_MEGABYTES)
                .timeout(Intake.TIME_OUT)
                .environment(environment(installation))
                .logGroup(log)
                .role(role.role())
                .build();
    }

    private Map<String, String> environment(Installation installation) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                Settings.TOPIC_ARN, outlet.topic().getTopicArn(),
                Settings.LOG_LINES, installation.logLines() ? "on" : "off",
                Settings.CHATBOT, installation.chatbot() ? "on" : "off"));
        if (installation.slack().on()) {
            environment.put(Settings.SLACK_WEBHOOK_SECRET, installation.slack().secret());
        }
        return environment;
    }

    /** Lambda refuses the mapping until the role may read the queue. */
    private EventSourceMapping connect() {
        EventSourceMapping made = EventSourceMapping.Builder.create(this, "Mapping")
                .target(function)
                .eventSourceArn(intake.queue().getQueueArn())
                .batchSize(BATCH)
                .maxBatchingWindow(Duration.seconds(0))
                .reportBatchItemFailures(true)
                .maxConcurrency(CONCURRENCY)
                .build();
        made.getNode().addDependency(role.policy());
        return made;
    }
}
