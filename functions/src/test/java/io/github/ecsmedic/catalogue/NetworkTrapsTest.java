package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages and accounts of the network in which the obvious reading is wrong. */
class NetworkTrapsTest {
    @Test
    void logGroupNotFoundForAConnectionIssue_isTheNetwork() {
        assertThat(causes("""
                ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch \
                log group defined in the task definition. There is a connection issue between the task and Amazon \
                CloudWatch. Check your network configuration. : signal: killed""", small())).containsExactly("network.no_route");
    }

    @Test
    void logGroupNotFoundForAConnectionIssue_withAWayOut_blamesNoRoute() {
        assertThat(causes("""
                ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch \
                log group defined in the task definition. There is a connection issue between the task and Amazon \
                CloudWatch. Check your network configuration. : signal: killed""", small().behindNat())).doesNotContain("network.no_route");
    }

    @Test
    void secretThatCouldNotBeFetchedInTime_isTheNetwork() {
        assertThat(causes("""
                ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval \
                failed: unable to retrieve secret from asm: service call has been retried 5 time(s): failed to fetch \
                secret arn:aws:secretsmanager:us-east-1:111122223333:secret:example/db-AbCdEf from secrets manager: \
                RequestCanceled: request context canceled caused by: context deadline exceeded. Please check your task \
                network configuration.""", small())).containsExactly("network.no_route");
    }

    @Test
    void dockerHubAtAnAddressOfAws_isStillDockerHub() {
        Failure failure = Failure.of("image_pull.network_timeout")
                .image("nginx:1.27")
                .fact(Fact.PHASE, "manifest")
                .fact(Fact.HOST, "registry-1.docker.io")
                .fact(Fact.ADDRESS, S3_ADDRESS);

        assertThat(Conclusion.of(failure.in(small().withEndpoints("ecr.api", "ecr.dkr")))
                        .with("proven"))
                .containsExactly("network.no_route");
    }

    @Test
    void endpointInOneZone_servesTheWholeVpc() {
        FakeAccount account =
                small().withEndpoints("ecr.api").interfaceAt("ecr.api", FakeAccount.NAT_SUBNET, "10.0.99.10");

        Conclusion conclusion = Conclusion.of(Failure.login("10.0.99.10").in(account));

        assertThat(conclusion.causes()).isEmpty();
    }

    @Test
    void layersOfAnotherRegion_needAWayOutWhateverTheGatewayEndpoint() {
        Failure failure =
                Failure.of("image_pull.layer_fetch").image("111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/api:7");

        assertThat(Conclusion.of(failure.in(small().s3Gateway(TABLE))).with("proven"))
                .containsExactly("network.no_route");
        assertThat(Conclusion.of(failure.in(small().s3Gateway(TABLE).behindNat()))
                        .with("proven"))
                .isEmpty();
    }

    @Test
    void connectionThatWasRefusedOrReset_wasDroppedByNothing() {
        FakeAccount shut = small().group(new SecurityGroup(FakeAccount.GROUP, FakeAccount.VPC, List.of(), List.of()));
        String text = """
                CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref \
                docker.io/library/nginx:1.27: failed to do request: Head \
                "https://registry-1.docker.io/v2/library/nginx/manifests/1.27": dial tcp 192.0.2.44:443: %s""";

        assertThat(causes(text.formatted("connect: connection refused"), shut)).containsExactly("unknown");
        assertThat(causes(text.formatted("i/o timeout"), shut))
                .containsExactly("network.no_route", "network.task_egress_denied");
    }

    @Test
    void hostThatHoldsUndefined_isWrongHoweverHealthyTheNetwork() {
        assertThat(causes("""
                ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: \
                failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, request send \
                failed, Post "https://logs.undefined.amazonaws.com/": dial tcp: lookup logs.undefined.amazonaws.com on \
                10.0.0.2:53: no such host : exit status 1""", small().behindNat())).containsExactly("dns.wrong_host");
    }

    @Test
    void privateAddressUnderARegistrysName_isItsEndpoint() {
        Conclusion conclusion = Conclusion.of(
                Failure.layers("10.0.0.10").in(small().withEndpoints("ecr.dkr").dns(true, false)));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.standing().get("dns.vpc_attributes_off")).isEqualTo("refuted");
    }

    @Test
    void stoppingPoint_isTheOnlyHopThatFailed() {
        Diagnosis told = told("""
                ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval \
                failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: \
                send request failed caused by: Post "https://api.ecr.us-east-1.amazonaws.com/": dial tcp \
                192.0.2.44:443: i/o timeout. Please check your task network configuration.""", small());

        assertThat(told.causes().getFirst().summary())
                .isEqualTo("Cannot log in to Amazon ECR: no way out: route table rtb-0aa1 of subnet subnet-0aa1 has no"
                        + " route to " + OTHER_ADDRESS
                        + " (api.ecr.us-east-1.amazonaws.com), and no endpoint serves it");
        assertThat(told.path().stream().filter(hop -> hop.verdict().equals("failed")))
                .singleElement()
                .satisfies(hop -> assertThat(List.of(hop.hop(), hop.id())).isEqualTo(List.of("route-table", TABLE)));
    }

    private static List<String> causes(String text, FakeAccount account) {
        return told(text, account).causes().stream().map(Cause::id).toList();
    }

    private static Diagnosis told(String text, FakeAccount account) {
        Failure failure = Failure.of("registry_auth.unknown").reason(text);
        Outcome outcome =
                Catalogue.full().diagnoser().diagnose(failure.in(account).subject(), failure.task(), account);
        return ((Outcome.Diagnosed) outcome).diagnosis();
    }
}
