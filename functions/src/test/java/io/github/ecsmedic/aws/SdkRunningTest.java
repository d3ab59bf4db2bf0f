package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Compute;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SdkRunningTest {
    private static final String LIST = "ecs:ListServices";
    private static final String DESCRIBE = "ecs:DescribeServices";
    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:service/prod/";

    private final FakeAws aws = new FakeAws();

    @Test
    void services_onSeveralPages_areAllListed() {
        aws.on(
                LIST,
                "{\"serviceArns\":[\"" + ARN + "a\"],\"nextToken\":\"more\"}",
                "{\"serviceArns\":[\"" + ARN + "b\"]}");

        assertThat(aws.account().running().services("prod"))
                .isEqualTo(new Answer.Known<>(List.of(ARN + "a", ARN + "b"), LIST));
    }

    @Test
    void services_answeredWithNothing_areUnknown() {
        aws.on(LIST, "{}");

        assertThat(aws.account().running().services("prod"))
                .isEqualTo(new Answer.Unknown<List<String>>("empty answer", LIST));
    }

    @Test
    void services_described_goTenARequestAndAreNotAskedForAgain() {
        aws.on(DESCRIBE, asked -> FakeAws.response(200, "{\"services\":[" + service(asked.body()) + "]}"));
        SdkAccount account = aws.account();
        List<String> arns = IntStream.range(10, 35).mapToObj(i -> ARN + "s" + i).toList();

        List<Answer<List<Service>>> batches = account.running().described("prod", arns);

        assertThat(batches).hasSize(3).allMatch(batch -> batch instanceof Answer.Known);
        Service first =
                ((Answer.Known<List<Service>>) batches.getFirst()).value().getFirst();
        assertThat(first.compute()).isEqualTo(new Compute(List.of("FARGATE_SPOT"), "1.4.0", "REPLICA"));
        assertThat(account.workloads().service("prod", first.name()))
                .isEqualTo(new Answer.Known<>(Optional.of(first), DESCRIBE));
        assertThat(aws.operations()).containsExactly(DESCRIBE, DESCRIBE, DESCRIBE);
    }

    @Test
    void tasks_ofAServiceWithoutAny_areNoneAndCostNoSecondRequest() {
        aws.on("ecs:ListTasks", "{\"taskArns\":[]}");

        assertThat(aws.account().running().tasks("prod", "api"))
                .isEqualTo(new Answer.Known<List<Task>>(List.of(), "ecs:ListTasks"));
        assertThat(aws.operations()).containsExactly("ecs:ListTasks");
    }

    @Test
    void tasks_thatRun_areDescribed() {
        aws.on("ecs:ListTasks", "{\"taskArns\":[\"t1\"]}")
                .on("ecs:DescribeTasks", "{\"tasks\":[{\"taskArn\":\"t1\",\"containerInstanceArn\":\"c/1\"}]}");

        assertThat(((Answer.Known<List<Task>>) aws.account().running().tasks("prod", "api")).value())
                .extracting(Task::containerInstanceArn)
                .containsExactly("c/1");
    }

    @Test
    void tasks_describedWithNothing_areUnknown() {
        aws.on("ecs:ListTasks", "{\"taskArns\":[\"t1\"]}").on("ecs:DescribeTasks", "{}");

        assertThat(aws.account().running().tasks("prod", "api"))
                .isEqualTo(new Answer.Unknown<List<Task>>("empty answer", "ecs:DescribeTasks"));
    }

    /** The first service that is asked for. */
    private static String service(String body) {
        int at = body.indexOf(ARN);
        String arn = body.substring(at, body.indexOf('"', at));
        return "{\"serviceArn\":\"" + arn + "\",\"serviceName\":\"" + arn.substring(ARN.length())
                + "\",\"desiredCount\":1,\"runningCount\":1,\"pendingCount\":0,\"platformVersion\":\"1.4.0\","
                + "\"schedulingStrategy\":\"REPLICA\","
                + "\"capacityProviderStrategy\":[{\"capacityProvider\":\"FARGATE_SPOT\"}]}";
    }
}
