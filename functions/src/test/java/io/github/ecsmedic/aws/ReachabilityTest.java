package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Answer;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class ReachabilityTest {
    private static final String CLUSTERS = "ecs:DescribeClusters";

    private final FakeAws aws = new FakeAws();

    @Test
    void cluster_thatIsThere_isReachable() {
        aws.on(CLUSTERS, "{\"clusters\": [{\"clusterName\": \"shop\", \"status\": \"ACTIVE\"}], \"failures\": []}");
        assertThat(reachable("shop")).isEqualTo(new Answer.Known<>(Optional.empty(), CLUSTERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clusters\": [], \"failures\": [{\"reason\": \"MISSING\"}]}",
                "{\"clusters\": [{\"clusterName\": \"shop\", \"status\": \"INACTIVE\"}]}"
            })
    void cluster_thatIsGone_isSaidSo(String answer) {
        aws.on(CLUSTERS, answer);
        assertThat(reachable("shop"))
                .isEqualTo(
                        told("There is no cluster 'shop' in us-east-1: see aws ecs list-clusters --region us-east-1."));
    }

    @Test
    void account_withoutADefaultCluster_isReachable() {
        aws.on(CLUSTERS, "{\"clusters\": [], \"failures\": [{\"reason\": \"MISSING\"}]}");
        assertThat(reachable("")).isEqualTo(new Answer.Known<>(Optional.empty(), CLUSTERS));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ExpiredTokenException       | The AWS session has expired: log in again, e.g. with aws sso login.
            UnrecognizedClientException | AWS does not accept these credentials: see aws sts get-caller-identity --region us-east-1.
            UnknownOperationException   | There is no Amazon ECS in us-east-1: name another --region.
            """)
    void refusal_ofEverything_isSaidWithTheWayOut(String code, String sentence) {
        aws.on(CLUSTERS, 400, "{\"__type\": \"" + code + "\"}");
        assertThat(reachable("shop")).isEqualTo(told(sentence));
    }

    @Test
    void refusal_ofTheQuestionAlone_isUnknown() {
        aws.on(CLUSTERS, 400, "{\"__type\": \"AccessDeniedException\"}");
        assertThat(reachable("shop")).isEqualTo(new Answer.Unknown<>("AccessDenied", CLUSTERS));
    }

    @Test
    void answer_thatIsEmpty_isUnknown() {
        aws.on(CLUSTERS, "{}");
        assertThat(reachable("shop")).isEqualTo(new Answer.Unknown<>("empty answer", CLUSTERS));
    }

    @Test
    void endpoint_thatIsNotThere_isSaidSo() {
        aws.on(CLUSTERS, asked -> {
            throw new UnknownHostException(asked.host());
        });
        assertThat(reachable("shop"))
                .isEqualTo(told("Amazon ECS does not answer in us-east-1:"
                        + " check the region, the network and AWS_ENDPOINT_URL."));
    }

    @Test
    void credentials_thatAreMissing_areSaidSo() {
        aws.with(() -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
        });
        assertThat(reachable("shop"))
                .isEqualTo(told("There are no AWS credentials here:"
                        + " set AWS_PROFILE, or run aws configure or aws sso login."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us east 1", "x.example.com/"})
    void region_thatIsNone_isSaidSo(String region) {
        assertThat(new Reachability(region, aws.clients()).of("shop"))
                .isEqualTo(told("'" + region + "' is no region of AWS: name one, e.g. --region us-east-1."));
        assertThat(aws.operations()).isEmpty();
    }

    private Answer<Optional<String>> reachable(String cluster) {
        return new Reachability("us-east-1", aws.clients()).of(cluster);
    }

    private static Answer<Optional<String>> told(String sentence) {
        return new Answer.Known<>(Optional.of(sentence), CLUSTERS);
    }
}
