package io.github.ecsmedic.infra;

import io.github.ecsmedic.handler.Requests;
import software.amazon.awscdk.Aws;

/**
 * The names and ARNs of one installation. They are made from text, not from resources, so that policies can name what
 * is created after them.
 */
record Names(String installation) {
    String function() {
        return installation + "-diagnose";
    }

    String sweep() {
        return installation + "-sweep";
    }

    String fixer() {
        return installation + "-fix";
    }

    String buttons() {
        return installation + "-slack";
    }

    /** What people ask for in Slack; the function that diagnoses knows it by this name. */
    String requestsQueue() {
        return installation + Requests.QUEUE;
    }

    String requestsDeadLetterQueue() {
        return requestsQueue() + "-dead";
    }

    /** Roles are global: the region keeps two installations of one account apart. */
    String role(String function) {
        return function + "-" + Aws.REGION;
    }

    String logGroup(String function) {
        return "/aws/lambda/" + function;
    }

    /** Where runs of the sweep go that failed. */
    String sweepDeadLetterQueue() {
        return sweep() + "-dead";
    }

    String queue() {
        return installation + "-events";
    }

    /** Where messages go that the function could not take. */
    String deadLetterQueue() {
        return installation + "-events-dead";
    }

    /** Where events go that EventBridge could not hand over. */
    String undeliveredQueue() {
        return installation + "-events-undelivered";
    }

    String topic() {
        return installation + "-findings";
    }

    String table() {
        return installation + "-incidents";
    }

    /** Dashboards are global, too. */
    String dashboard() {
        return installation + "-" + Aws.REGION;
    }

    String alarm(String what) {
        return installation + "-" + what;
    }

    String rule(String what) {
        return installation + "-" + what;
    }

    String functionArn(String function) {
        return here("lambda", "function:" + function);
    }

    String alarmArn(String what) {
        return here("cloudwatch", "alarm:" + alarm(what));
    }

    /** An ARN in this account and region. */
    static String here(String service, String resource) {
        return arn(service, Aws.REGION, Aws.ACCOUNT_ID, resource);
    }

    static String arn(String service, String region, String account, String resource) {
        return String.join(":", "arn", Aws.PARTITION, service, region, account, resource);
    }
}
