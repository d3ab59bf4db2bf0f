package io.github.ecsmedic.infra;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.handler.DiagnoseHandler;
import io.github.ecsmedic.infra.EcsMedicProps.Custody;
import io.github.ecsmedic.infra.Fittings.Runs;
import io.github.ecsmedic.infra.FunctionRole.Who;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PermissionsBoundary;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** ECS Medic in one account and region: rules, queue, function, table, topic, and the alarms that watch them. */
public final class EcsMedic extends Construct {
    static final String HANDLER = DiagnoseHandler.class.getName() + "::handleRequest";
    private static final String TELLS = "ECS Medic: tells why tasks of Amazon ECS fail";
    private static final String SWEEPS = "ECS Medic: sends what is due, and looks whether incidents are over";
    private static final String FIXES =
            "ECS Medic: applies the fixes that their owner allows, and sees whether they help";
    static final String TAG = "app";

    /** How many instances of the diagnosing function its queue runs at once. */
    static final int CONCURRENCY = 5;

    private static final int BATCH = 10;

    /** Not every region's CloudFormation takes its tags. */
    private static final String DASHBOARD = "AWS::CloudWatch::Dashboard";

    private final Fittings fittings;
    private final Intake intake;
    private final Outlet outlet;
    private final Memory memory;
    private final FunctionRole role;
    private final LogGroup log;
    private final Function function;
    private final Round round;
    private final EventSourceMapping mapping;

    public EcsMedic(Construct scope, String id, EcsMedicProps props) {
        super(scope, id);
        fittings = Fittings.of(this, props);
        Names names = fittings.names();
        intake = new Intake(this, "Intake", fittings);
        outlet = new Outlet(this, "Outlet", fittings, intake);
        memory = new Memory(this, "Memory", fittings, outlet.key());
        log = fittings.log(this, names.function());
        role = diagnosing();
        function = function(this, new Runs(names.function(), HANDLER, TELLS), role, log);
        Fittings.reserve(function, props.hosting().concurrency());
        IFunction live = fittings.live(function);
        mapping = connect(live);
        round = new Round(this, "Sweep", fittings);
        share(round.role(), round.log(), "");
        Function sweep = function(round, new Runs(names.sweep(), Round.HANDLER, SWEEPS), round.role(), round.log());
        round.runs(sweep);
        round.watched(outlet, sweep);
        if (props.fixes().on()) {
            Fixer fixer = new Fixer(this, "Fixer", fittings);
            share(fixer.role(), fixer.log(), Fixer.killSwitch());
            Function fixes = function(fixer, new Runs(names.fixer(), Fixer.HANDLER, FIXES), fixer.role(), fixer.log());
            fixer.runs(fixes);
            fixer.watched(outlet, fixes);
        }
        if (props.buttons().on()) {
            Buttons made = new Buttons(this, "Buttons", fittings);
            made.watched(outlet);
            made.workedOnBy(live, role);
        }
        Watch watch = new Watch(this, "Watch", names);
        watch.alarms(outlet, function, round.dead());
        watch.dashboard(function, sweep, intake);
        guard(props.custody());
    }

    /** What holds for all that was made here. */
    private void guard(Custody custody) {
        TagProps tagged =
                TagProps.builder().excludeResourceTypes(List.of(DASHBOARD)).build();
        tags(custody).forEach((key, value) -> Tags.of(this).add(key, value, tagged));
        String boundary = custody.boundary();
        if (!boundary.isEmpty()) {
            PermissionsBoundary.of(this)
                    .apply(
                            boundary.contains(":")
                                    ? ManagedPolicy.fromManagedPolicyArn(this, "Boundary", boundary)
                                    : ManagedPolicy.fromManagedPolicyName(this, "Boundary", boundary));
        }
    }

    /** On everything that can be tagged. */
    static Map<String, String> tags(Custody custody) {
        Map<String, String> all = new TreeMap<>(custody.tags());
        all.put(TAG, "ecs-medic");
        return all;
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

    private FunctionRole diagnosing() {
        Names names = fittings.names();
        FunctionRole made = new FunctionRole(
                this, "Diagnose", names, new Who(names.function(), "reads to diagnose, changes nothing"));
        made.mayRead(Catalogue.full().readActions(), fittings.props().accounts().reading());
        made.mayAssume(fittings.props().accounts(), names);
        made.mayTakeFrom(intake);
        share(made, log, "");
        return made;
    }

    /** What the functions have in common; {@code parameter} is the only one that may be read, or {@code ""}. */
    private void share(FunctionRole made, LogGroup own, String parameter) {
        EcsMedicProps props = fittings.props();
        made.mayUse(outlet, own);
        made.mayRemember(memory);
        if (props.audience().bus()) {
            made.mayPutEvents();
        }
        made.mayReadSecret(props.slack());
        made.neverReadsSecrets(props.slack(), outlet.key().getKeyArn(), parameter);
    }

    private Function function(Construct scope, Runs runs, FunctionRole as, LogGroup into) {
        return fittings.function(scope, runs, as, into)
                .timeout(Intake.TIME_OUT)
                .environment(environment(fittings.props()))
                .build();
    }

    private Map<String, String> environment(EcsMedicProps props) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                Settings.TOPIC_ARN,
                outlet.topic().getTopicArn(),
                Settings.TABLE,
                memory.table().getTableName(),
                Settings.LOG_LINES,
                props.logLines() ? "on" : "off",
                Settings.CHATBOT,
                props.chatbot() ? "on" : "off",
                Settings.DIGEST,
                props.digest().word()));
        environment.putAll(props.fixes().environment());
        environment.putAll(JarVersion.environment(props.jar()));
        environment.putAll(props.accounts().environment(fittings.names()));
        environment.put(Settings.BUS, props.audience().bus() ? "on" : "off");
        if (!props.audience().owners().isEmpty()) {
            environment.put(Settings.OWNER, props.audience().owners());
        }
        if (props.buttons().on()) {
            environment.put(Settings.SLACK_BUTTONS, "on");
        }
        String rules = props.audience().rules().compact();
        if (!rules.isEmpty()) {
            environment.put(Settings.RULES, rules);
        }
        if (props.slack().on()) {
            environment.put(Settings.SLACK_WEBHOOK_SECRET, props.slack().secret());
        }
        if (!props.audience().channel().isEmpty()) {
            environment.put(Settings.SLACK_CHANNEL, props.audience().channel());
        }
        if (!props.audience().quiet().isEmpty()) {
            environment.put(Settings.QUIET_HOURS, props.audience().quiet());
        }
        return environment;
    }

    /** Lambda refuses the mapping until the role may read the queue. */
    private EventSourceMapping connect(IFunction live) {
        EventSourceMapping made = EventSourceMapping.Builder.create(this, "Mapping")
                .target(live)
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
