package io.github.ecsmedic.infra;

import software.amazon.awscdk.Aws;

/**
 * The names and ARNs of one installation. They are made from text, not from resources, so that policies can name what
 * is created after them.
 */
record Names(String installation) {
    /** What those call them that look from outside. */
    private io.github.ecsmedic.installation.Names plain() {
        return new io.github.ecsmedic.installation.Names(installation);
    }

    String function() {
        return plain().diagnose();
    }

    String sweep() {
        return plain().sweep();
    }

    String fixer() {
        return plain().fixer();
    }

    String buttons() {
        return plain().buttons();
    }

    /** The bus on which events of members arrive. */
    String bus() {
        return plain().bus();
    }

    /** The role of a member's rules. */
    String forward() {
        return installation + "-forward";
    }

    /** The role that members have for us. */
    String reader() {
        return installation + "-reader";
    }

    String readerArn(String account) {
        return arn("iam", "", account, "role/" + reader());
    }

    /** What people ask for in Slack; the function that diagnoses knows it by this name. */
    String requestsQueue() {
        return plain().requestsQueue();
    }

    String requestsDeadLetterQueue() {
        return plain().requestsDeadLetterQueue();
    }

    /** Roles are global: the region keeps two installations of one account apart. */
    String role(String function) {
        return plain().role(function, Aws.REGION);
    }

    String logGroup(String function) {
        return plain().logGroup(function);
    }

    /** Where runs of the sweep go that failed. */
    String sweepDeadLetterQueue() {
        return plain().sweepDeadLetterQueue();
    }

    String queue() {
        return plain().queue();
    }

    /** Where messages go that the function could not take. */
    String deadLetterQueue() {
        return plain().deadLetterQueue();
    }

    /** Where events go that EventBridge could not hand over. */
    String undeliveredQueue() {
        return plain().undeliveredQueue();
    }

    String topic() {
        return plain().topic();
    }

    String table() {
        return plain().table();
    }

    /** Dashboards are global, too. */
    String dashboard() {
        return installation + "-" + Aws.REGION;
    }

    String alarm(String what) {
        return plain().alarm(what);
    }

    String rule(String what) {
        return plain().rule(what);
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
