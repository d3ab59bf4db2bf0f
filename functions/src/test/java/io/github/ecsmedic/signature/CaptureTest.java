package io.github.ecsmedic.signature;

import static io.github.ecsmedic.signature.Fact.ACTION;
import static io.github.ecsmedic.signature.Fact.ADDRESS;
import static io.github.ecsmedic.signature.Fact.COMMAND;
import static io.github.ecsmedic.signature.Fact.DENIED_BY;
import static io.github.ecsmedic.signature.Fact.DEPLOYMENT;
import static io.github.ecsmedic.signature.Fact.FILE_SYSTEM;
import static io.github.ecsmedic.signature.Fact.HOST;
import static io.github.ecsmedic.signature.Fact.IMAGE;
import static io.github.ecsmedic.signature.Fact.JSON_KEY;
import static io.github.ecsmedic.signature.Fact.LACKING;
import static io.github.ecsmedic.signature.Fact.LOG_GROUP;
import static io.github.ecsmedic.signature.Fact.NAME;
import static io.github.ecsmedic.signature.Fact.PARAMETER;
import static io.github.ecsmedic.signature.Fact.PATH;
import static io.github.ecsmedic.signature.Fact.PHASE;
import static io.github.ecsmedic.signature.Fact.PLATFORM;
import static io.github.ecsmedic.signature.Fact.PORT;
import static io.github.ecsmedic.signature.Fact.RESOLVER;
import static io.github.ecsmedic.signature.Fact.RESOURCE;
import static io.github.ecsmedic.signature.Fact.RETRIES;
import static io.github.ecsmedic.signature.Fact.ROLE;
import static io.github.ecsmedic.signature.Fact.SECRET;
import static io.github.ecsmedic.signature.Fact.STATUS_CODE;
import static io.github.ecsmedic.signature.Fact.SUBNET;
import static io.github.ecsmedic.signature.Fact.TARGET_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What of a text becomes which fact, and what must not. */
final class CaptureTest {
    private static final String GROUP_ARN =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/cart/0a1b2c3d4e5f6071";

    static Stream<Arguments> stated() {
        return Stream.of(
                of(HOST, "api.example.com", "dial tcp: lookup api.example.com on 10.0.0.2:53: no such host"),
                of(HOST, "api.example.com", "Get \"https://api.example.com:8443/v2/\": EOF"),
                of(HOST, "db.example.com", "getaddrinfo ENOTFOUND db.example.com"),
                of(HOST, "db.example.com", "could not translate host name \"db.example.com\" to address"),
                of(HOST, "db.example.com", "java.net.UnknownHostException: db.example.com"),
                of(HOST, "db.example.com", "Could not resolve host: db.example.com"),
                of(HOST, "db.example.com", "connection to server at \"db.example.com\" (10.0.3.9), port 5432 failed"),
                of(HOST, "cache.example.com", "Error 111 connecting to cache.example.com:6379. Connection refused."),
                of(
                        HOST,
                        "registry.example.com",
                        "failed to resolve ref registry.example.com:5000/team/app:1: not found"),
                of(ADDRESS, "10.0.3.9", "dial tcp 10.0.3.9:443: i/o timeout"),
                of(ADDRESS, "2001:db8::7", "dial tcp [2001:db8::7]:443: i/o timeout"),
                of(ADDRESS, "203.0.113.9", "read tcp 10.0.1.4:51000->203.0.113.9:443: connection reset by peer"),
                of(ADDRESS, "10.0.3.9", "connect ECONNREFUSED 10.0.3.9:5432"),
                of(ADDRESS, "10.0.3.9", "connection to server at \"db.example.com\" (10.0.3.9), port 5432 failed"),
                of(PORT, "5432", "connection to server at \"db.example.com\" (10.0.3.9), port 5432 failed"),
                of(PORT, "24224", "dial tcp 127.0.0.1:24224: connection refused"),
                of(PORT, "8080", "Bind for 0.0.0.0:8080 failed: port is already allocated"),
                of(RESOLVER, "10.0.0.2", "lookup api.example.com on 10.0.0.2:53: no such host"),
                of(RESOLVER, "fd00:ec2::253", "lookup api.example.com on [fd00:ec2::253]:53: no such host"),
                of(IMAGE, "example/app:1.2", "pull access denied for example/app:1.2, repository does not exist"),
                of(IMAGE, "example/app:1.2", "failed to resolve ref \\\"example/app:1.2\\\": not found"),
                of(IMAGE, "app:1.2", "Error: image app:1.2 not found"),
                of(
                        ROLE,
                        "arn:aws:iam::111122223333:role/Cart",
                        "User: arn:aws:sts::111122223333:assumed-role/Cart/0f is not authorized"),
                of(
                        ROLE,
                        "arn:aws:iam::111122223333:role/path/Cart",
                        "unable to assume the role 'arn:aws:iam::111122223333:role/path/Cart'."),
                of(ACTION, "ssm:GetParameters", "is not authorized to perform: ssm:GetParameters on resource: x"),
                of(ACTION, "s3:GetObject", "because no identity-based policy allows the s3:GetObject action"),
                of(RESOURCE, "arn:aws:s3:::bucket/key", "on resource: \"arn:aws:s3:::bucket/key\" because no"),
                of(DENIED_BY, "boundary", "because no permissions boundary allows the s3:GetObject action"),
                of(DENIED_BY, "scp", "with an explicit deny in a service control policy"),
                of(SECRET, "prod/db", "failed to fetch secret prod/db from secrets manager: RequestCanceled"),
                of(PARAMETER, "/a/b,C", "invalid ssm parameters: /a/b, C"),
                of(JSON_KEY, "user", "did not contain json key user."),
                of(
                        LOG_GROUP,
                        "/ecs/cart",
                        "on resource: arn:aws:logs:us-east-1:111122223333:log-group:/ecs/cart:log-stream:x"),
                of(LOG_GROUP, "/ecs/cart", "the log group /ecs/cart does not exist"),
                of(STATUS_CODE, "403", "unexpected status code https://a.example.com/sha256:0429: 403 Forbidden"),
                of(STATUS_CODE, "400", "https response error StatusCode: 400, RequestID: 4030-429"),
                of(STATUS_CODE, "502", "Health checks failed with these codes: [502]"),
                of(STATUS_CODE, "404", "\"GET /health HTTP/1.1\" 404 12"),
                of(RETRIES, "7", "pull image manifest has been retried 7 time(s)"),
                of(TARGET_GROUP, GROUP_ARN, "Task failed ELB health checks in (target-group " + GROUP_ARN + ")"),
                of(FILE_SYSTEM, "fs-0a1b2c3d", "Failed to resolve \"fs-0a1b2c3d.efs.us-east-1.amazonaws.com\""),
                of(SUBNET, "subnet-0a1b2c3d", "Create Network Interface in subnet 'subnet-0a1b2c3d'"),
                of(Fact.INSTANCE, "i-0aa11bb22cc33dd44", "Host EC2 (instance i-0aa11bb22cc33dd44) terminated."),
                of(
                        Fact.INSTANCE,
                        "0a1b2c3d-0000-4000-8000-0123456789ab",
                        "closest matching (container-instance 0a1b2c3d-0000-4000-8000-0123456789ab) has insufficient CPU"),
                of(
                        DEPLOYMENT,
                        "ecs-svc/1234567890123456789",
                        "(deployment ecs-svc/1234567890123456789) deployment failed"),
                of(PLATFORM, "linux/arm64", "image (linux/amd64) does not match the specified platform (linux/arm64)"),
                of(COMMAND, "start.sh", "exec: \\\"start.sh\\\": executable file not found in $PATH"),
                of(COMMAND, "/app/start.sh", "exec /app/start.sh: exec format error"),
                of(COMMAND, "curl", "/bin/sh: 1: curl: not found"),
                of(PATH, "/srv/app.yml", "error mounting \\\"/srv/app.yml\\\" to rootfs at \\\"/etc/app.yml\\\""),
                of(PATH, "/data", "open /data: permission denied"),
                of(NAME, "DATABASE_URL", "Error: DATABASE_URL is not set"),
                of(NAME, "DATABASE_URL", "Missing required environment variable: DATABASE_URL"),
                of(NAME, "express", "Error: Cannot find module 'express'"),
                of(NAME, "flask", "ModuleNotFoundError: No module named 'flask'"),
                of(LACKING, "MEMORY", "RESOURCE:MEMORY"),
                of(LACKING, "CPU", "has insufficient CPU units available"),
                of(LACKING, "PORTS", "is already using a port required by your task"),
                of(PHASE, "layers", "failed to copy: httpReadSeeker: failed open"),
                of(PHASE, "env-file", "failed to download env files"));
    }

    static Stream<Arguments> notStated() {
        return Stream.of(
                Arguments.of("a host that was cut off", HOST, "RequestError: Post https://api.ecr.us-ea..."),
                Arguments.of(
                        "a resource that was cut off",
                        RESOURCE,
                        "is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:ro"),
                Arguments.of("an image that a person blanked", IMAGE, "manifest for [BLANKED] not found"),
                Arguments.of("a host without an end", HOST, "RequestError: Post https://api.ecr.us-ea"),
                Arguments.of(
                        "a link to a manual",
                        HOST,
                        "See https://docs.aws.amazon.com/console/efs/mount-dns-name for more"),
                Arguments.of("an address as a host", HOST, "Get http://169.254.170.2/v2/credentials: EOF"),
                Arguments.of(
                        "a short image name's host",
                        HOST,
                        "pull access denied for example/app, repository does not exist"),
                Arguments.of(
                        "the source of a connection", ADDRESS, "read udp 10.0.1.4:51000->10.0.0.2:53: i/o timeout"),
                Arguments.of("an impossible port", PORT, "dial tcp 10.0.3.9:99999: i/o timeout"),
                Arguments.of("an image that is not named", IMAGE, "manifest unknown: Requested image not found"),
                Arguments.of("an image that was left out", IMAGE, "failed to resolve reference ...: i/o timeout"),
                Arguments.of("a user", ROLE, "User: arn:aws:iam::111122223333:user/ann is not authorized"),
                Arguments.of(
                        "a placeholder with a space",
                        RESOURCE,
                        "on resource: arn:aws:ssm:us-east-1:<account id>:parameter/A"),
                Arguments.of(
                        "a secret that was cut off",
                        SECRET,
                        "failed to fetch secret arn:aws:secretsmanager:us-east-1:1111..."),
                Arguments.of(
                        "digits of a digest",
                        STATUS_CODE,
                        "unexpected status code https://a.example.com/sha256:0429403"),
                Arguments.of("digits of a request", STATUS_CODE, "request id: 403-429-500"),
                Arguments.of(
                        "a status code that was cut off",
                        STATUS_CODE,
                        "unexpected status code https://docker.io...: 4..."),
                Arguments.of("docker's own answer", STATUS_CODE, "API error (500): Get https://a.example.com: x509"),
                Arguments.of("a log group that is not named", LOG_GROUP, "The specified log group does not exist."),
                Arguments.of("an option that is missing", LOG_GROUP, "awslogs-group is required"),
                Arguments.of(
                        "a bare prefix",
                        PHASE,
                        "ResourceInitializationError: unable to pull secrets or registry auth"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("stated")
    void fact_thatIsStated_isCaptured(Fact fact, String value, String text) {
        assertThat(capture(text, Set.of(fact))).isEqualTo(new Facts(Map.of(fact, value)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notStated")
    void fact_thatIsNotStated_isNotCaptured(String what, Fact fact, String text) {
        assertThat(capture(text, Set.of(fact))).isEqualTo(Facts.NONE);
    }

    @Test
    void facts_thatAreNotWanted_areNotCaptured() {
        assertThat(capture("dial tcp 10.0.3.9:443: i/o timeout", Set.of(PORT)))
                .isEqualTo(new Facts(Map.of(PORT, "443")));
    }

    @Test
    void text_ofNoKind_holdsNoFacts() {
        assertThat(capture("Task stopped by user", EnumSet.allOf(Fact.class))).isEqualTo(Facts.NONE);
    }

    private static Arguments of(Fact fact, String value, String text) {
        return Arguments.of(fact, value, text);
    }

    private static Facts capture(String text, Set<Fact> wanted) {
        return Capture.facts(Text.of(text), wanted);
    }
}
