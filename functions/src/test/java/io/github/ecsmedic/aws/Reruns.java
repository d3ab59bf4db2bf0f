package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.TaskRerun;

/** A one-off task that failed, how it was started, and how it is started again. */
final class Reruns {
    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:";
    static final String FAILED = ARN + "task/prod/0f00";
    static final String AGAIN = ARN + "task/prod/0f11";

    static final TaskRerun RERUN = new TaskRerun(Change.REGION, "prod", FAILED, "report:3", "subnet-1");

    /** With an override of the environment and another role, on Fargate Spot, in a network of its own. */
    static final String DESCRIBED = """
            {"tasks":[{"taskArn":"%s","taskDefinitionArn":"%stask-definition/report:3","createdAt":1763600000,
             "lastStatus":"STOPPED","desiredStatus":"STOPPED","group":"family:report","startedBy":"nightly",
             "launchType":"FARGATE","capacityProviderName":"FARGATE_SPOT","platformVersion":"1.4.0",
             "overrides":{"containerOverrides":[{"name":"report","environment":[{"name":"DAY","value":"2026-11-19"}]}],
              "cpu":"512"},
             "attachments":[{"type":"ElasticNetworkInterface","details":[{"name":"subnetId","value":"subnet-1"}]}]}],
             "failures":[]}""".formatted(FAILED, ARN);

    static final String RECORDED = """
            {"Events":[{"EventId":"e1","EventName":"RunTask","CloudTrailEvent":"{\\"requestParameters\\":{\\"networkConfiguration\\":\
            {\\"awsvpcConfiguration\\":{\\"securityGroups\\":[\\"sg-1\\"],\\"assignPublicIp\\":\\"ENABLED\\"}}},\
            \\"responseElements\\":{\\"tasks\\":[{\\"taskArn\\":\\"%s\\"}]}}"}]}""".formatted(FAILED);

    static final Change CHANGE = new Change(
            "task again",
            RERUN,
            "/ {\"capacityProviderStrategy\":[{\"capacityProvider\":\"FARGATE_SPOT\",\"weight\":1}],\"cluster\":\"prod\","
                    + "\"group\":\"family:report\",\"networkConfiguration\":{\"awsvpcConfiguration\":{\"subnets\":[\"subnet-1\"],"
                    + "\"securityGroups\":[\"sg-1\"],\"assignPublicIp\":\"ENABLED\"}},\"overrides\":{\"containerOverrides\":"
                    + "[{\"name\":\"report\",\"environment\":[{\"name\":\"DAY\",\"value\":\"2026-11-19\"}]}],\"cpu\":\"512\"},"
                    + "\"platformVersion\":\"1.4.0\",\"startedBy\":\"ecs-medic/0f00\",\"taskDefinition\":\"" + ARN
                    + "task-definition/report:3\",\"clientToken\":\"ecs-medic-0f00\"}",
            "{\"tasks\":[{\"taskArn\":\"" + AGAIN + "\"}],\"failures\":[]}",
            AGAIN,
            "ecs:DescribeTasks",
            described("nightly", "STOPPED"),
            again("RUNNING"));

    private Reruns() {}

    /** The account in which it was started. */
    static FakeAws startedBefore(FakeAws aws) {
        return aws.on("ecs:DescribeTasks", DESCRIBED).on("cloudtrail:LookupEvents", RECORDED);
    }

    /** The same, its owner's mode in its tags. */
    static String tagged(String mode) {
        String tags = "\"tags\":[{\"key\":\"ecs-medic:mode\",\"value\":\"" + mode + "\"}],";
        return DESCRIBED.replace("\"overrides\"", tags + "\"overrides\"");
    }

    /** The one that was started for it. */
    static String again(String state) {
        return described("ecs-medic/0f00", state);
    }

    private static String described(String startedBy, String state) {
        return "{\"tasks\":[{\"taskArn\":\"" + AGAIN + "\",\"startedBy\":\"" + startedBy + "\",\"lastStatus\":\""
                + state + "\"}],\"failures\":[]}";
    }
}
