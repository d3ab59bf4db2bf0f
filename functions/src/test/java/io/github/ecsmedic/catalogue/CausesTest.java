package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cause is proven, and ranked first, in one account, and refuted in one that differs in one fact. */
class CausesTest {
    /**
     * One cause.
     *
     * @param summary what is told when it is proven
     * @param names ids that the finding must hold
     * @param almost the same with one fact changed
     */
    record Row(
            String cause,
            Failure failure,
            FakeAccount broken,
            String summary,
            List<String> names,
            Failure almost,
            FakeAccount near) {
        /** It is refuted by another failure, in the same account. */
        Row unless(Failure other) {
            return new Row(cause, failure, broken, summary, names, other, near);
        }

        @Override
        public String toString() {
            return cause;
        }
    }

    private static Row row(
            String cause, Failure failure, FakeAccount broken, FakeAccount near, String summary, String... names) {
        return new Row(cause, failure, broken, summary, List.of(names), failure, near);
    }

    private static FakeAccount endpoints() {
        return small().endpoints("ecr.api", "ecr.dkr", "logs");
    }

    static Stream<Row> rows() {
        return Stream.of(
                row(
                        "dns.vpc_attributes_off",
                        Failure.login(OTHER_ADDRESS),
                        endpoints().dns(true, false),
                        endpoints().dns(true, true),
                        "enableDnsHostnames is off in vpc-0aa1, so the private name of endpoint vpce-ecr.api is not used",
                        "vpc-0aa1",
                        "subnet-0aa1",
                        "rtb-0aa1",
                        "vpce-ecr.api"),
                row(
                        "network.s3_gateway_missing",
                        Failure.layers(S3_ADDRESS),
                        endpoints(),
                        endpoints().s3Gateway(TABLE),
                        "Image layers and environment files come from Amazon S3, and route table rtb-0aa1 of subnet "
                                + "subnet-0aa1 has no way to it: vpc-0aa1 has no S3 gateway endpoint",
                        "vpc-0aa1",
                        "subnet-0aa1",
                        "rtb-0aa1"),
                row(
                        "network.s3_gateway_not_associated",
                        Failure.layers(S3_ADDRESS),
                        endpoints().s3Gateway("rtb-other"),
                        endpoints().s3Gateway("rtb-other", TABLE),
                        "Image layers and environment files come from Amazon S3, and route table rtb-0aa1 of subnet "
                                + "subnet-0aa1 is not associated with S3 gateway endpoint vpce-0aa1",
                        "vpc-0aa1",
                        "subnet-0aa1",
                        "rtb-0aa1",
                        "vpce-0aa1"),
                row(
                        "network.no_route",
                        Failure.login(OTHER_ADDRESS),
                        small(),
                        small().behindNat(),
                        "Route table rtb-0aa1 of subnet subnet-0aa1 has no route to 192.0.2.44 "
                                + "(api.ecr.us-east-1.amazonaws.com), and no endpoint serves it",
                        "vpc-0aa1",
                        "subnet-0aa1",
                        "rtb-0aa1"),
                row(
                                "registry.dockerhub_rate_limit",
                                Failure.dockerHubLimit(),
                                small().behindNat(),
                                small().behindNat(),
                                "The pull limit of Docker Hub is reached for 203.0.113.7 of NAT gateway nat-0aa1, which "
                                        + "everything behind it shares",
                                "nat-0aa1",
                                "203.0.113.7",
                                "nginx:1.27")
                        .unless(Failure.dockerHubLimit().image("public.ecr.aws/docker/library/nginx:1.27")),
                row(
                                "iam.execution_role_denied",
                                denied("identity"),
                                small(),
                                small(),
                                "Execution role start-api may not secretsmanager:GetSecretValue on "
                                        + "arn:aws:secretsmanager:us-east-1:111122223333:secret:example/db-AbCdEf",
                                FakeAccount.EXECUTION_ROLE,
                                "secretsmanager:GetSecretValue",
                                "arn:aws:secretsmanager:us-east-1:111122223333:secret:example/db-AbCdEf")
                        .unless(denied("endpoint")),
                row(
                        "app.missing_configuration",
                        Failure.exit(1),
                        small().log(
                                        FakeAccount.LOG_GROUP,
                                        Failure.STREAM,
                                        "starting",
                                        "Error: PAYMENTS_URL is not set"),
                        small().log(FakeAccount.LOG_GROUP, Failure.STREAM, "starting", "Error: the moon is full"),
                        "Container app ended because PAYMENTS_URL is missing",
                        FakeAccount.LOG_GROUP,
                        Failure.STREAM,
                        "PAYMENTS_URL"),
                row(
                                "app.crash",
                                Failure.exit(3),
                                small().log(
                                                FakeAccount.LOG_GROUP,
                                                Failure.STREAM,
                                                "starting",
                                                "Error: the moon is full"),
                                small(),
                                "Container app ended with exit code 3",
                                "app",
                                FakeAccount.LOG_GROUP)
                        .unless(Failure.exit(0)));
    }

    private static Failure denied(String layer) {
        return Failure.of("secrets.access_denied")
                .fact(Fact.ACTION, "secretsmanager:GetSecretValue")
                .fact(Fact.RESOURCE, "arn:aws:secretsmanager:us-east-1:111122223333:secret:example/db-AbCdEf")
                .fact(Fact.ROLE, "arn:aws:iam::111122223333:role/start-api")
                .fact(Fact.DENIED_BY, layer);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cause_inItsAccount_isProvenAndRanksFirst(Row row) {
        Conclusion conclusion = Conclusion.of(row.failure().in(row.broken()));

        assertThat(conclusion.causes()).isNotEmpty();
        assertThat(conclusion.with("proven").getFirst()).isEqualTo(row.cause());
        var first = conclusion.causes().stream()
                .filter(c -> c.id().equals(row.cause()))
                .findFirst()
                .orElseThrow();
        assertThat(first.summary()).isEqualTo(row.summary());
        assertThat(first.resources().ids()).containsAll(row.names());
        assertThat(first.evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cause_whereOneFactDiffers_isRefuted(Row row) {
        Conclusion conclusion = Conclusion.of(row.almost().in(row.near()));

        assertThat(conclusion.with("proven")).doesNotContain(row.cause());
        assertThat(conclusion.with("probable")).doesNotContain(row.cause());
        assertThat(conclusion.with("possible")).doesNotContain(row.cause());
    }

    @Test
    void rows_holdEveryCause() {
        assertThat(rows().map(Row::cause))
                .containsExactlyInAnyOrderElementsOf(
                        Causes.all().stream().map(rule -> rule.id()).toList());
    }
}
