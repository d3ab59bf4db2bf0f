package io.github.ecsmedic.aws;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.ServiceList;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterServicesTest {
    private static final String LIST = "ecs:ListServices";
    private static final String SERVICES = "ecs:DescribeServices";
    private static final String CLUSTERS = "ecs:DescribeClusters";

    private final FakeAws aws = new FakeAws();

    private Workloads workloads() {
        return aws.account().workloads();
    }

    @Test
    void firstServices_areAHundredAtMostInOneRequest() {
        aws.on(LIST, "{\"serviceArns\": [\"a\", \"b\"], \"nextToken\": \"more\"}");

        assertThat(workloads().firstServices("shop"))
                .isEqualTo(new Answer.Known<>(new ServiceList(List.of("a", "b"), true), LIST));
        assertThat(aws.asked()).hasSize(1);
        assertThat(aws.asked().getFirst().body()).contains("\"maxResults\":100", "\"cluster\":\"shop\"");
    }

    @Test
    void firstServices_ofASmallCluster_areAll() {
        aws.on(LIST, "{\"serviceArns\": [\"a\"]}");

        assertThat(workloads().firstServices("shop"))
                .isEqualTo(new Answer.Known<>(new ServiceList(List.of("a"), false), LIST));
    }

    @Test
    void activeServices_areCountedByTheCluster() {
        aws.on(CLUSTERS, "{\"clusters\": [{\"clusterName\": \"shop\", \"activeServicesCount\": 512}]}");

        assertThat(workloads().activeServices("shop")).isEqualTo(new Answer.Known<>(512, CLUSTERS));
    }

    @ParameterizedTest
    @CsvSource({LIST, CLUSTERS, SERVICES})
    void answer_withNothingInIt_isUnknown(String operation) {
        aws.on(operation, "{}");

        Answer<?> answer = switch (operation) {
            case LIST -> workloads().firstServices("shop");
            case CLUSTERS -> workloads().activeServices("shop");
            default -> workloads().services("shop", List.of("a")).getFirst();
        };
        assertThat(answer).isEqualTo(new Answer.Unknown<>("empty answer", operation));
    }

    @Test
    void services_areDescribedTenARequestAtTheSameTime() {
        aws.on(
                SERVICES,
                asked -> asked.body().contains("\"s10\"")
                        ? FakeAws.response(400, "{\"__type\": \"AccessDeniedException\"}")
                        : FakeAws.response(
                                200,
                                "{\"services\": [{\"serviceArn\": \"s0\", \"serviceName\": \"s0\", \"desiredCount\": 1,"
                                        + " \"runningCount\": 1, \"pendingCount\": 0}],"
                                        + " \"failures\": [{\"arn\": \"s1\", \"reason\": \"MISSING\"}]}"));
        SdkAccount account = aws.account();

        List<Answer<List<Service>>> answers = account.workloads()
                .services("shop", IntStream.range(0, 11).mapToObj(i -> "s" + i).toList());

        assertThat(answers.stream().map(answer -> switch (answer) {
                    case Answer.Known<List<Service>>(List<Service> services, String _) ->
                        services.stream().map(Service::name).collect(joining(","));
                    case Answer.Unknown<List<Service>> unknown -> unknown.why();
                }))
                .containsExactly("s0", "AccessDenied: " + SERVICES);
        assertThat(account.cost().apiCalls()).isEqualTo(2);
        assertThat(account.cost().criticalPath()).isEqualTo(1);
        assertThat(aws.asked()).noneMatch(asked -> asked.body().contains("TAGS"));
    }

    @Test
    void services_noneAsked_costNothing() {
        assertThat(workloads().services("shop", List.of())).isEmpty();
        assertThat(aws.asked()).isEmpty();
    }
}
