package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.ENDPOINT_GROUP;
import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.INSTANCE_ROLE;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_GATEWAY;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;

import io.github.ecsmedic.account.AccessPolicy;
import io.github.ecsmedic.account.AccessPolicy.Patterns;
import io.github.ecsmedic.account.AccessPolicy.Statement;
import io.github.ecsmedic.account.Changes.Start;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Causes of the network that are also found in other ways than the first. */
final class NetworkCauseRows {
    private static final String LAYERS = "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*";

    private NetworkCauseRows() {}

    static Stream<Row> all() {
        return Stream.of(policies(), hosts(), interfaces(), starts()).flatMap(rows -> rows);
    }

    private static Stream<Row> policies() {
        Failure layers = Failure.of("image_pull.auth_denied")
                .fact(Fact.PHASE, "layers")
                .fact(Fact.STATUS_CODE, "403")
                .image(Failure.ECR_IMAGE);
        Failure login = Failure.of("registry_auth.access_denied").fact(Fact.ACTION, "ecr:GetAuthorizationToken");
        FakeAccount ecr = small().withEndpoints("ecr.api", "ecr.dkr");
        return Stream.of(
                CauseRows.row(
                                "network.endpoint_policy_denied",
                                layers,
                                through(only("s3:GetObject", "arn:aws:s3:::example-data/*")),
                                "The policy of VPC endpoint vpce-0aa1 does not allow s3:GetObject",
                                S3_GATEWAY,
                                VPC,
                                LAYERS)
                        .unless(through(only("s3:GetObject", LAYERS))),
                CauseRows.row(
                                "network.endpoint_policy_denied",
                                login,
                                ecr.policy("vpce-ecr.api", only("ecr:BatchGetImage", "*")),
                                "The policy of VPC endpoint vpce-ecr.api does not allow ecr:GetAuthorizationToken",
                                "vpce-ecr.api",
                                VPC)
                        .unless(small().withEndpoints("ecr.api", "ecr.dkr")));
    }

    private static FakeAccount through(AccessPolicy policy) {
        return small().s3Gateway(TABLE).policy(S3_GATEWAY, policy);
    }

    private static AccessPolicy only(String action, String resource) {
        return new AccessPolicy(List.of(new Statement(
                true,
                List.of("*"),
                new Patterns(List.of(action), false),
                new Patterns(List.of(resource), false),
                false)));
    }

    /** On EC2 the instance's role starts what has no execution role. */
    private static Stream<Row> hosts() {
        Failure denied = Failure.of("registry_auth.access_denied")
                .fact(Fact.ACTION, "ecr:GetAuthorizationToken")
                .fact(Fact.DENIED_BY, "identity")
                .fact(Fact.ROLE, INSTANCE_ROLE)
                .onInstance();
        FakeAccount hosted = small().instance(FakeAccount.host("")).hostRole(INSTANCE_ROLE);
        return Stream.of(CauseRows.row(
                        "iam.execution_role_denied",
                        denied,
                        hosted.withoutExecutionRole(),
                        "Instance role hosts may not ecr:GetAuthorizationToken",
                        INSTANCE_ROLE)
                .unless(small().instance(FakeAccount.host("")).hostRole(INSTANCE_ROLE)));
    }

    private static Stream<Row> interfaces() {
        return Stream.of(CauseRows.row(
                        "network.endpoint_ingress_denied",
                        Failure.layers("10.0.0.10"),
                        small().withEndpoints("s3").group(new SecurityGroup(ENDPOINT_GROUP, VPC, List.of(), List.of())),
                        "Cannot download the image: its endpoint refuses it: the security groups of endpoint vpce-s3"
                                + " (sg-0ee5) do not admit the task",
                        "vpce-s3",
                        ENDPOINT_GROUP)
                .unless(small().withEndpoints("s3")));
    }

    private static Stream<Row> starts() {
        Failure failure = Failure.login(OTHER_ADDRESS).oneOff().created(Instant.parse("2026-11-20T03:00:00Z"));
        return Stream.of(
                CauseRows.row(
                                "network.no_public_ip",
                                failure,
                                small().publicSubnet().start(new Start(List.of(GROUP), false)),
                                "Cannot log in to Amazon ECR: it has no public address: subnet subnet-0aa1 leads to internet gateway"
                                        + " igw-0aa1, but the task was started without a public address",
                                "subnet-0aa1",
                                GROUP)
                        .unless(small().publicSubnet().start(new Start(List.of(GROUP), true))),
                CauseRows.row(
                                "network.task_egress_denied",
                                failure,
                                small().behindNat()
                                        .group(new SecurityGroup(GROUP, VPC, List.of(), List.of()))
                                        .start(new Start(List.of(GROUP), false)),
                                "Cannot log in to Amazon ECR: its security group forbids it: no rule of the task's security groups"
                                        + " (sg-0aa1) lets it out to 192.0.2.44 (api.ecr.us-east-1.amazonaws.com)",
                                GROUP)
                        .unless(small().behindNat().start(new Start(List.of(GROUP), false))));
    }
}
