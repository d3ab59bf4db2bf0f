package io.github.ecsmedic.infra;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.handler.DiagnoseHandler;
import io.github.ecsmedic.infra.FunctionRole.Who;
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

/** ECS Medic in one account and region: rules, queue, function, table, topic, and the alarms that watch them. */
public final class EcsMedic extends Construct {
    static final String HANDLER = DiagnoseHandler.class.getName() + "::handleRequest";
    private static final String TELLS = "ECS Medic: tells why tasks of Amazon ECS fail";
    private static final String SWEEPS = "ECS Medic: sends what is due, and looks whether incidents are over";
    private static final String FIXES =
            "ECS Medic: applies the fixes that their owner allows, and sees whether they help";
    private static final int MEMORY_MEGABYTES = 1024;
    private static final int BATCH = 10;
    private static final int CONCURRENCY = 5;

    private final Intake intake;
    private final Outlet outlet;
    private final Memory memory;
    private final FunctionRole role;
    private final LogGroup log;
    private final Function function;
    private final Round round;
    private final EventSourceMapping mapping;

    public EcsMedic(Construct scope, String id, Installation installation) {
        super(scope, id);
        Names names = new Names(installation.name());
        intake = new Intake(this, "Intake", names);
        outlet = new Outlet(this, "Outlet", installation, intake);
        memory = new Memory(this, "Memory", names, outlet.key());
        log = LogGroup.Builder.create(this, "Log")
                .logGroupName(names.logGroup(names.function()))
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        role = diagnosing(installation, names);
        function = function(this, installation, new Runs(names.function(), HANDLER, TELLS), role, log);
        mapping = connect();
        round = new Round(this, "Sweep", names);
        share(round.role(), installation, round.log(), "");
        Function sweep = function(
                round, installation, new Runs(names.sweep(), Round.HANDLER, SWEEPS), round.role(), round.log());
        round.runs(sweep);
        round.watched(outlet, sweep);
        if (installation.fixes().on()) {
            Fixer fixer = new Fixer(this, "Fixer", installation, names);
            share(fixer.role(), installation, fixer.log(), Fixer.killSwitch());
            Function fixes = function(
                    fixer, installation, new Runs(names.fixer(), Fixer.HANDLER, FIXES), fixer.role(), fixer.log());
            fixer.runs(fixes);
            fixer.watched(outlet, fixes);
        }
        if (installation.buttons().on()) {
            Buttons made = new Buttons(this, "Buttons", installation, names);
            made.watched(outlet);
            made.workedOnBy(function, role);
        }
        Watch watch = new Watch(this, "Watch", names);
        watch.alarms(outlet, function, round.dead());
        watch.dashboard(function, sweep, intake);
    }

    Intake intake() {
        return intake;
    }

    Outlet outlet() {
        return outlet;
    }

    FunctionRole role() {
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

    private FunctionRole diagnosing(Installation installation, Names names) {
        FunctionRole made = new FunctionRole(
                this, "Diagnose", names, new Who(names.function(), "reads to diagnose, changes nothing"));
        made.mayRead(Catalogue.full().readActions());
        made.mayTakeFrom(intake);
        share(made, installation, log, "");
        return made;
    }

    /** What the functions have in common; {@code parameter} is the only one that may be read, or {@code ""}. */
    private void share(FunctionRole made, Installation installation, LogGroup own, String parameter) {
        made.mayUse(outlet, own);
        made.mayRemember(memory);
        if (installation.audience().bus()) {
            made.mayPutEvents();
        }
        made.mayReadSecret(installation.slack());
        made.neverReadsSecrets(installation.slack(), outlet.key().getKeyArn(), parameter);
    }

    /** What a function is called and does. */
    private record Runs(String name, String handler, String says) {}

    private Function function(Construct scope, Installation installation, Runs runs, FunctionRole as, LogGroup into) {
        return Function.Builder.create(scope, "Function")
                .functionName(runs.name())
                .description(runs.says())
                .runtime(Runtime.JAVA_25)
                .architecture(installation.arm64() ? Architecture.ARM_64 : Architecture.X86_64)
                .handler(runs.handler())
                .code(Code.fromAsset(installation.jar().toString()))
                .memorySize(MEMORY_MEGABYTES)
                .timeout(Intake.TIME_OUT)
                .environment(environment(installation))
                .logGroup(into)
                .role(as.role())
                .build();
    }

    private Map<String, String> environment(Installation installation) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                Settings.TOPIC_ARN,
                outlet.topic().getTopicArn(),
                Settings.TABLE,
                memory.table().getTableName(),
                Settings.LOG_LINES,
                installation.logLines() ? "on" : "off",
                Settings.CHATBOT,
                installation.chatbot() ? "on" : "off",
                Settings.DIGEST,
                installation.digest()));
        environment.putAll(installation.fixes().environment());
        environment.put(Settings.BUS, installation.audience().bus() ? "on" : "off");
        if (!installation.audience().owners().isEmpty()) {
            environment.put(Settings.OWNER, installation.audience().owners());
        }
        if (installation.buttons().on()) {
            environment.put(Settings.SLACK_BUTTONS, "on");
        }
        String rules = installation.audience().rules().compact();
        if (!rules.isEmpty()) {
            environment.put(Settings.RULES, rules);
        }
        if (installation.slack().on()) {
            environment.put(Settings.SLACK_WEBHOOK_SECRET, installation.slack().secret());
        }
        if (!installation.audience().channel().isEmpty()) {
            environment.put(Settings.SLACK_CHANNEL, installation.audience().channel());
        }
        if (!installation.audience().quiet().isEmpty()) {
            environment.put(Settings.QUIET_HOURS, installation.audience().quiet());
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
