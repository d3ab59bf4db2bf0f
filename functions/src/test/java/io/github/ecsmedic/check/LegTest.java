package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegTest {
    private static final String ECR_HOST = "111122223333.dkr.ecr.us-east-1.amazonaws.com";

    record Row(String name, Failure failure, Leg leg) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Leg leg(Stage stage, String host, String address, List<String> services, boolean s3) {
        return new Leg(stage, host, address, 443, services, s3);
    }

    static Stream<Row> messages() {
        return Stream.of(
                new Row(
                        "login, with host and address",
                        Failure.login(OTHER_ADDRESS),
                        leg(
                                Stage.REGISTRY_AUTH,
                                "api.ecr.us-east-1.amazonaws.com",
                                OTHER_ADDRESS,
                                List.of("ecr.api"),
                                false)),
                new Row(
                        "login, cut off",
                        Failure.of("registry_auth.unknown"),
                        leg(Stage.REGISTRY_AUTH, "api.ecr.us-east-1.amazonaws.com", "", List.of("ecr.api"), false)),
                new Row(
                        "manifest of ECR",
                        Failure.of("image_pull.network_timeout")
                                .fact(Fact.PHASE, "manifest")
                                .fact(Fact.HOST, ECR_HOST),
                        leg(Stage.MANIFEST, ECR_HOST, "", List.of("ecr.dkr"), false)),
                new Row(
                        "layers of ECR under the registry's name",
                        Failure.layers(S3_ADDRESS),
                        leg(Stage.LAYERS, ECR_HOST, S3_ADDRESS, List.of(), true)),
                new Row(
                        "layers of ECR, nothing named",
                        Failure.of("image_pull.layer_fetch"),
                        leg(Stage.LAYERS, ECR_HOST, "", List.of(), true)),
                new Row(
                        "layers of Docker Hub",
                        Failure.of("image_pull.network_timeout")
                                .fact(Fact.PHASE, "layers")
                                .image("nginx"),
                        leg(Stage.LAYERS, "docker.io", "", List.of(), false)),
                new Row(
                        "image of another region",
                        Failure.of("image_pull.network_timeout")
                                .fact(Fact.HOST, "111122223333.dkr.ecr.eu-west-1.amazonaws.com"),
                        leg(Stage.MANIFEST, "111122223333.dkr.ecr.eu-west-1.amazonaws.com", "", List.of(), false)),
                new Row(
                        "secret",
                        Failure.of("secrets.network_timeout").fact(Fact.SECRET, "example/db"),
                        leg(
                                Stage.SECRET,
                                "secretsmanager.us-east-1.amazonaws.com",
                                "",
                                List.of("secretsmanager"),
                                false)),
                new Row(
                        "parameter",
                        Failure.of("secrets.network_timeout").fact(Fact.PARAMETER, "/example/port"),
                        leg(Stage.PARAMETER, "ssm.us-east-1.amazonaws.com", "", List.of("ssm"), false)),
                new Row(
                        "secret or login, not told which",
                        Failure.of("resource_init.network_timeout"),
                        leg(Stage.REGISTRY_OR_SECRET, "", "", List.of("ecr.api", "secretsmanager", "ssm"), false)),
                new Row(
                        "environment file",
                        Failure.of("env_file.network_timeout"),
                        leg(Stage.ENV_FILE, "s3.us-east-1.amazonaws.com", "", List.of(), true)),
                new Row(
                        "environment file at a private address",
                        Failure.of("env_file.network_timeout").fact(Fact.ADDRESS, "10.0.0.10"),
                        leg(Stage.ENV_FILE, "s3.us-east-1.amazonaws.com", "10.0.0.10", List.of("s3"), true)),
                new Row(
                        "logs",
                        Failure.of("logging.network"),
                        leg(Stage.LOGS, "logs.us-east-1.amazonaws.com", "", List.of("logs"), false)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void message_showsItsLeg(Row row) {
        assertThat(Leg.of(row.failure().in(small()))).contains(row.leg());
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.exit_nonzero", "secrets.access_denied", "image_pull.not_found", "memory.oom"})
    void messageOfAnotherKind_hasNoLeg(String label) {
        assertThat(Leg.of(Failure.of(label).in(small()))).isEmpty();
    }

    @Test
    void answeredWithStatusCode_isNoLeg() {
        assertThat(Leg.of(Failure.of("image_pull.layer_fetch")
                        .fact(Fact.STATUS_CODE, "403")
                        .in(small())))
                .isEmpty();
    }

    @Test
    void addressOfS3_beatsTheRegistrysName() {
        Inquiry inquiry = Failure.of("image_pull.network_timeout")
                .fact(Fact.PHASE, "manifest")
                .fact(Fact.HOST, ECR_HOST)
                .fact(Fact.ADDRESS, S3_ADDRESS)
                .in(small());

        assertThat(located(inquiry))
                .isEqualTo(new Answer.Known<>(
                        leg(Stage.MANIFEST, ECR_HOST, S3_ADDRESS, List.of(), true), "ec2:DescribeManagedPrefixLists"));
    }

    @Test
    void otherAddressInTheLayerPhase_isTheRegistrys() {
        assertThat(located(Failure.layers(OTHER_ADDRESS).in(small())))
                .isEqualTo(new Answer.Known<>(
                        leg(Stage.LAYERS, ECR_HOST, OTHER_ADDRESS, List.of("ecr.dkr"), false),
                        "ec2:DescribeManagedPrefixLists"));
    }

    @Test
    void privateAddressInTheLayerPhase_belongsToTheEndpointThatHasIt() {
        FakeAccount account = small().withEndpoints("s3", "ecr.dkr");

        assertThat(located(Failure.layers("10.0.0.10").in(account)))
                .isEqualTo(
                        new Answer.Known<>(leg(Stage.LAYERS, ECR_HOST, "10.0.0.10", List.of("s3"), true), "message"));
        assertThat(located(Failure.layers("10.0.0.11").in(account)))
                .isEqualTo(new Answer.Known<>(
                        leg(Stage.LAYERS, ECR_HOST, "10.0.0.11", List.of("ecr.dkr"), false), "message"));
    }

    @Test
    void layerPhaseWithoutAddress_costsNoRead() {
        FakeAccount account = small();

        assertThat(located(Failure.of("image_pull.layer_fetch").in(account)))
                .isEqualTo(new Answer.Known<>(leg(Stage.LAYERS, ECR_HOST, "", List.of(), true), "message"));
        assertThat(account.asked()).isEmpty();
    }

    @Test
    void layerPhaseWithUnreadableRanges_isUnknown() {
        FakeAccount account = small().unknown("ec2:DescribeManagedPrefixLists", "AccessDenied");

        assertThat(located(Failure.layers(S3_ADDRESS).in(account)))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", "ec2:DescribeManagedPrefixLists"));
    }

    @Test
    void login_isNeverTakenForS3() {
        FakeAccount account = small();
        Inquiry inquiry = Failure.login(S3_ADDRESS).in(account);

        assertThat(located(inquiry))
                .isInstanceOfSatisfying(
                        Answer.Known.class, known -> assertThat(known.source()).isEqualTo("message"));
        assertThat(account.asked()).isEmpty();
    }

    private static Answer<Leg> located(Inquiry inquiry) {
        return Legs.locate(inquiry, Leg.of(inquiry).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com",
                "s3.us-east-1.amazonaws.com",
                "s3.dualstack.us-east-1.amazonaws.com",
                "example-files.s3.amazonaws.com",
                "s3-us-west-2.amazonaws.com"
            })
    void hostOfS3_isS3(String host) {
        assertThat(Hosts.s3(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3.example.com", "api.ecr.us-east-1.amazonaws.com", "registry-1.docker.io", ""})
    void otherHost_isNotS3(String host) {
        assertThat(Hosts.s3(host)).isFalse();
    }
}
