package io.github.ecsmedic.aws;

import java.util.Map;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** How a service of AWS writes its answers and its errors. */
enum Protocol {
    EC2,
    QUERY,
    REST_XML,
    JSON;

    private static final Map<String, Protocol> OF_SERVICE = Map.of(
            "ec2", EC2,
            "iam", QUERY,
            "autoscaling", QUERY,
            "elasticloadbalancing", QUERY,
            "monitoring", QUERY,
            "route53", REST_XML);
    private static final Map<String, String> REST_ITEMS = Map.of(
            "HostedZoneSummaries", "HostedZoneSummary",
            "ResourceRecordSets", "ResourceRecordSet",
            "ResourceRecords", "ResourceRecord");

    /** That of an operation, e.g. {@code ec2:DescribeSubnets}; JSON where nothing else is known. */
    static Protocol of(String operation) {
        return OF_SERVICE.getOrDefault(operation.substring(0, operation.indexOf(':')), JSON);
    }

    HttpExecuteResponse answer(String operation, Tree tree) {
        return FakeAws.response(200, text(operation, tree));
    }

    /** {@code {}}, or XML without items. */
    HttpExecuteResponse nothing(String operation) {
        return answer(operation, Tree.of());
    }

    HttpExecuteResponse error(int status, String code) {
        String told = "<Code>" + code + "</Code><Message>no</Message>";
        return FakeAws.response(
                status,
                switch (this) {
                    case EC2 ->
                        "<Response><Errors><Error>" + told + "</Error></Errors><RequestID>r</RequestID></Response>";
                    case QUERY, REST_XML ->
                        "<ErrorResponse><Error><Type>Sender</Type>" + told
                                + "</Error><RequestId>r</RequestId></ErrorResponse>";
                    case JSON -> "{\"__type\":\"" + code + "\",\"message\":\"no\"}";
                });
    }

    HttpExecuteResponse denied() {
        return switch (this) {
            case EC2 -> error(403, "UnauthorizedOperation");
            case QUERY, REST_XML -> error(403, "AccessDenied");
            case JSON -> error(400, "AccessDeniedException");
        };
    }

    HttpExecuteResponse throttled() {
        return switch (this) {
            case EC2 -> error(503, "RequestLimitExceeded");
            case QUERY, REST_XML -> error(400, "Throttling");
            case JSON -> error(400, "ThrottlingException");
        };
    }

    private String text(String operation, Tree tree) {
        String name = operation.substring(operation.indexOf(':') + 1);
        return switch (this) {
            case EC2 -> "<" + name + "Response>" + tree.xml(_ -> "item") + "</" + name + "Response>";
            case QUERY ->
                "<" + name + "Response><" + name + "Result>" + tree.xml(_ -> "member") + "</" + name + "Result></"
                        + name + "Response>";
            case REST_XML ->
                "<" + name + "Response>" + tree.xml(list -> REST_ITEMS.getOrDefault(list, "member")) + "</" + name
                        + "Response>";
            case JSON -> tree.json();
        };
    }
}
