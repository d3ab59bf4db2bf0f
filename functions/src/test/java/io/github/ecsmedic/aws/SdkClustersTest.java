package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdkClustersTest {
    private static final String CLUSTERS = "ecs:ListClusters";
    private static final String LIST = "ecs:ListTasks";
    private static final String TASKS = "ecs:DescribeTasks";

    private final FakeAws aws = new FakeAws();

    @Test
    void clusters_onSeveralPages_areAllListed() {
        aws.on(CLUSTERS, "{\"clusterArns\":[\"a\"],\"nextToken\":\"more\"}", "{\"clusterArns\":[\"b\"]}");

        assertThat(aws.account().clusters().arns()).isEqualTo(new Answer.Known<>(List.of("a", "b"), CLUSTERS));
        assertThat(aws.operations()).containsExactly(CLUSTERS, CLUSTERS);
    }

    @Test
    void clusters_answeredWithNothing_areUnknown() {
        aws.on(CLUSTERS, "{}");

        assertThat(aws.account().clusters().arns())
                .isEqualTo(new Answer.Unknown<List<String>>("empty answer", CLUSTERS));
    }

    @Test
    void stoppedTasks_ofACluster_areReadInTwoRequestsWithTheVersionOfTheirEvents() {
        aws.on(LIST, "{\"taskArns\":[\"t1\"],\"nextToken\":\"more\"}")
                .on(TASKS, "{\"tasks\":[{\"taskArn\":\"t1\",\"version\":5},{\"taskArn\":\"t2\"}]}");

        Answer<List<Task>> tasks = aws.account().clusters().stopped("prod");

        assertThat(((Answer.Known<List<Task>>) tasks).value())
                .extracting(Task::version)
                .containsExactly(5L, 0L);
        assertThat(aws.operations()).containsExactly(LIST, TASKS);
        assertThat(aws.asked().getFirst().body())
                .contains("\"desiredStatus\":\"STOPPED\"", "\"maxResults\":100", "\"cluster\":\"prod\"");
    }

    @Test
    void stoppedTasks_ofAClusterWithoutAny_costOneRequest() {
        aws.on(LIST, "{\"taskArns\":[]}");

        assertThat(aws.account().clusters().stopped("prod")).isEqualTo(new Answer.Known<List<Task>>(List.of(), LIST));
        assertThat(aws.operations()).containsExactly(LIST);
    }

    @Test
    void stoppedTasks_describedWithNothing_areUnknown() {
        aws.on(LIST, "{\"taskArns\":[\"t1\"]}").on(TASKS, "{}");

        assertThat(aws.account().clusters().stopped("prod"))
                .isEqualTo(new Answer.Unknown<List<Task>>("empty answer", TASKS));
    }
}
