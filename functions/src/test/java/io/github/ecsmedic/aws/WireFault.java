package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** What can become of a request, and how that is told. */
public enum WireFault {
    DENIED("AccessDenied"),
    THROTTLED("Throttled"),
    SERVER_ERROR("ServerError"),
    /** An answer that ends in the middle. */
    MALFORMED("malformed answer"),
    /** 200 with the page of a proxy. */
    HTML("malformed answer"),
    /** Nothing comes back, ever. */
    HANGING("time"),
    /** 200 with {@code {}}, or XML without items. */
    EMPTY("empty answer"),
    /** 200 with a list of nothing, where there is always something: only these operations can meet it. */
    BARE(""),
    RESET("unreachable");

    /** A task has a subnet, a subnet a table and an ACL, a zone its SOA record. */
    private static final Set<String> NEVER_NOTHING = Set.of(
            "ec2:DescribeDhcpOptions",
            "ec2:DescribeInstanceTypes",
            "ec2:DescribeNetworkAcls",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
            "ecs:DescribeClusters",
            "ecs:DescribeServiceDeployments",
            "ecs:DescribeServiceRevisions",
            "ecs:DescribeServices",
            "elasticfilesystem:DescribeAccessPoints",
            "elasticfilesystem:DescribeFileSystems",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeTargetGroups",
            "iam:SimulatePrincipalPolicy",
            "monitoring:GetMetricData",
            "route53:ListResourceRecordSets");

    private static final Pattern XML_LIST = Pattern.compile("^(<\\w+>(?:<\\w+Result>)?)<(\\w+)>.*</\\2>");
    private static final Pattern JSON_LIST = Pattern.compile("\\[.*]");

    private final String word;

    WireFault(String word) {
        this.word = word;
    }

    /** The fault that is told so; a server's error for all others. */
    static WireFault saying(String word) {
        for (WireFault fault : values()) {
            if (fault.word.equals(word)) {
                return fault;
            }
        }
        return SERVER_ERROR;
    }

    /** Whether a request of this operation can meet it. */
    public boolean meets(String operation) {
        return this != BARE || NEVER_NOTHING.contains(operation);
    }

    /** How a diagnosis calls it; {@code ""} where only the operation tells. */
    public String word() {
        return word;
    }

    /** {@code whole} is what the request would have been answered with. */
    HttpExecuteResponse answer(String operation, HttpExecuteResponse whole) throws IOException {
        Protocol protocol = Protocol.of(operation);
        return switch (this) {
            case DENIED -> protocol.denied();
            case THROTTLED -> protocol.throttled();
            case SERVER_ERROR -> protocol.error(500, "InternalFailure");
            case MALFORMED -> FakeAws.response(200, protocol == Protocol.JSON ? "{\"items\": [{\"na" : "<Answer><it");
            case HTML -> FakeAws.response(200, "<html><body><p>sign in</body></html>");
            case HANGING -> throw new SocketTimeoutException("Read timed out");
            case EMPTY -> protocol.nothing(operation);
            case BARE -> FakeAws.response(200, without(protocol, text(whole)));
            case RESET -> throw new SocketException("Connection reset");
        };
    }

    private static String text(HttpExecuteResponse answer) throws IOException {
        try (InputStream body = answer.responseBody().orElseThrow()) {
            return new String(body.readAllBytes(), UTF_8);
        }
    }

    private static String without(Protocol protocol, String text) {
        return protocol == Protocol.JSON
                ? JSON_LIST.matcher(text).replaceFirst("[]")
                : XML_LIST.matcher(text).replaceFirst("$1<$2></$2>");
    }
}
