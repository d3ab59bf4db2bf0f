package io.github.ecsmedic.infra;

import io.github.ecsmedic.infra.EcsMedicProps.Chip;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * What every function, queue and log group of one installation has in common.
 *
 * @param key the owner's own key, if there is one
 */
record Fittings(EcsMedicProps props, Names names, Optional<IKey> key) {
    static Fittings of(Construct scope, EcsMedicProps props) {
        String arn = props.custody().key();
        return new Fittings(
                props,
                new Names(props.name()),
                arn.isEmpty() ? Optional.empty() : Optional.of(Key.fromKeyArn(scope, "ForeignKey", arn)));
    }

    /** What a function is called and does. */
    record Runs(String name, String handler, String says) {}

    Function.Builder function(Construct scope, Runs runs, FunctionRole as, LogGroup into) {
        Function.Builder made = Function.Builder.create(scope, "Function")
                .functionName(runs.name())
                .description(runs.says())
                .runtime(Runtime.JAVA_25)
                .architecture(props.hosting().chip() == Chip.ARM64 ? Architecture.ARM_64 : Architecture.X86_64)
                .handler(runs.handler())
                .code(Code.fromAsset(props.jar().toString()))
                .memorySize(props.hosting().memory())
                .logGroup(into)
                .role(as.role());
        return props.hosting().snapStart() ? made.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS) : made;
    }

    /** What is to be called: Lambda keeps snapshots of published versions only. */
    IFunction live(Function function) {
        return props.hosting().snapStart()
                ? Alias.Builder.create(function, "Live")
                        .aliasName("live")
                        .version(function.getCurrentVersion())
                        .build()
                : function;
    }

    Queue.Builder queue(Construct scope, String id, String name, Duration retention) {
        Queue.Builder made = Queue.Builder.create(scope, id)
                .queueName(name)
                .retentionPeriod(retention)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.DESTROY);
        return key.map(own -> made.encryption(QueueEncryption.KMS).encryptionMasterKey(own))
                .orElseGet(() -> made.encryption(QueueEncryption.SQS_MANAGED));
    }

    LogGroup log(Construct scope, String function) {
        return log(scope, function, 0);
    }

    /** Kept for as many days at least. */
    LogGroup log(Construct scope, String function, int least) {
        LogGroup.Builder made = LogGroup.Builder.create(scope, "Log")
                .logGroupName(names.logGroup(function))
                .removalPolicy(RemovalPolicy.DESTROY);
        key.ifPresent(made::encryptionKey);
        LogGroup log = made.build();
        if (log.getNode().getDefaultChild() instanceof CfnLogGroup plain) {
            plain.setRetentionInDays(Math.max(least, props.hosting().logDays()));
        }
        return log;
    }

    /** As many run at once, and no other function can take them. */
    static void reserve(Function function, int instances) {
        if (instances > 0 && function.getNode().getDefaultChild() instanceof CfnFunction plain) {
            plain.setReservedConcurrentExecutions(instances);
        }
    }
}
