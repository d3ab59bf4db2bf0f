package io.github.ecsmedic.infra;

import io.github.ecsmedic.installation.Subscription;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** What all rules have in common, at home and in members. */
final class Rulings {
    /** The retries of the default bus, written down because other buses have fewer. */
    static final CfnRule.RetryPolicyProperty RETRIES = CfnRule.RetryPolicyProperty.builder()
            .maximumEventAgeInSeconds(86_400)
            .maximumRetryAttempts(185)
            .build();

    private Rulings() {}

    /** What could not be handed over is kept there. */
    static CfnRule.DeadLetterConfigProperty keeps(IQueue undelivered) {
        return CfnRule.DeadLetterConfigProperty.builder()
                .arn(undelivered.getQueueArn())
                .build();
    }

    /** The rule without its target. */
    static CfnRule.Builder of(Subscription subscription, Construct scope, String id, Names names) {
        return CfnRule.Builder.create(scope, id)
                .name(names.rule(subscription.id()))
                .description(subscription.says())
                .eventPattern(Sorted.map(subscription.pattern()))
                .state("ENABLED");
    }
}
