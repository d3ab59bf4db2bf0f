package io.github.ecsmedic.infra;

import io.github.ecsmedic.aws.AwsFixes;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.handler.FixHandler;
import io.github.ecsmedic.infra.FunctionRole.Who;
import io.github.ecsmedic.infra.WriteScope.Grant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The function that applies fixes, with the one role that may change anything. */
final class Fixer extends Construct {
    static final String HANDLER = FixHandler.class.getName() + "::handleRequest";
    static final String FAILING = "fixer-fails";

    /** Where the kill switch is, as the reads of the guards name it. */
    private static final String SWITCH = "parameter/ecs-medic/mode";

    private static final int A_YEAR = 365;

    private final Fittings fittings;
    private final LogGroup log;
    private final LogGroup audit;
    private final FunctionRole role;
    private final Names names;

    Fixer(Construct scope, String id, Fittings fittings) {
        super(scope, id);
        this.fittings = fittings;
        names = fittings.names();
        log = fittings.log(this, names.fixer(), A_YEAR);
        audit = audit();
        role = new FunctionRole(
                this, "Role", names, new Who(names.fixer(), "applies fixes where their owner allows it"));
        role.mayRead(AwsFixes.READS, Reading.HERE);
        role.mayChange(grants(fittings.props().fixes()));
        role.mayChange(List.of(WriteScope.append(audit.getLogGroupArn())));
    }

    /**
     * Kept for ever, and when the stack goes: it is the record of what was changed, and a chain whose beginning expired
     * cannot be told from one that was cut. CloudFormation names it, so that an installation after this one begins a
     * group of its own instead of going on with another one's chain, or failing because the name is taken. At three fixes
     * an hour it grows by less than a megabyte a day.
     */
    private LogGroup audit() {
        LogGroup.Builder made = LogGroup.Builder.create(this, "Audit")
                .retention(RetentionDays.INFINITE)
                .removalPolicy(RemovalPolicy.RETAIN);
        fittings.key().ifPresent(made::encryptionKey);
        LogGroup group = made.build();
        CfnOutput output = CfnOutput.Builder.create(this, "AuditName")
                .value(group.getLogGroupName())
                .description("The second place of the audit")
                .build();
        output.overrideLogicalId("AuditLogGroupName");
        return group;
    }

    /** One statement a grant, numbered, and the denials of what no fix may ever do. */
    private static List<PolicyStatement> grants(Fixes fixes) {
        List<Request> requests = Catalogue.full().fixes().stream()
                .filter(fixes::may)
                .flatMap(fix -> Catalogue.full().requests(fix.id()).stream())
                .toList();
        List<Grant> grants = WriteScope.grants(requests, fixes.mode());
        List<PolicyStatement> statements = new ArrayList<>();
        for (int i = 0; i < grants.size(); i++) {
            statements.add(grants.get(i).statement("Change" + (i + 1)));
        }
        statements.addAll(WriteScope.never(grants));
        return statements;
    }

    FunctionRole role() {
        return role;
    }

    LogGroup log() {
        return log;
    }

    /** Runs by itself from now on, never twice at once. */
    void runs(Function function) {
        function.addEnvironment(FixSettings.AUDIT_LOG, audit.getLogGroupName());
        Fittings.reserve(function, 1);
        Round.schedule(
                this,
                names.rule("fixer"),
                "Carries the fixes of ECS Medic on",
                "rate(1 minute)",
                fittings.live(function));
    }

    void watched(Outlet outlet, Function function) {
        outlet.alarm(
                FAILING,
                "The function of ECS Medic that applies fixes fails: fixes that are under way are not verified. Read the"
                        + " newest ERROR in " + names.logGroup(names.fixer()),
                function.metricErrors(MetricOptions.builder()
                        .statistic("Sum")
                        .period(Duration.minutes(15))
                        .build()),
                2);
    }

    /** The parameter that it has to read, though others may not be read. */
    static String killSwitch() {
        return Names.here("ssm", SWITCH);
    }
}
