package io.github.ecsmedic.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.account.ServiceRevision;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.HealthCheck;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.model.Diagnosis.Difference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final ServiceRevision AROUND = Rollouts.revision(Rollouts.BEFORE, Rollouts.OLD);

    private static final ContainerDefinition OLD = new ContainerDefinition(
            "app",
            "example/app:1",
            true,
            Map.of(),
            Map.of("DB_PASSWORD", "/shop/db", "GONE", "/shop/gone"),
            List.of("MODE", "CACHE_URL"),
            "",
            new LogConfiguration("awslogs", Map.of("awslogs-group", "/shop/a", "awslogs-region", "us-east-1")),
            256,
            30,
            List.of("serve"),
            List.of("/bin/app"),
            List.of(8080),
            HealthCheck.of("CMD", "ping"));

    private static final ContainerDefinition NEW = new ContainerDefinition(
            "app",
            "example/app:2",
            false,
            Map.of("proxy", "HEALTHY"),
            Map.of("DB_PASSWORD", "/shop/db-next", "COME", "/shop/come"),
            List.of("MODE", "QUEUE_URL"),
            "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub",
            new LogConfiguration("splunk", Map.of("splunk-token", "never-shown")),
            512,
            60,
            List.of("serve", "--fast"),
            List.of("/bin/next"),
            List.of(8080, 9090),
            new HealthCheck(List.of("CMD", "pong"), 10, 2, 5, 60));

    @Test
    void definitions_thatDifferInEverything_areToldFieldByField() {
        TaskDefinition good = definition(41, "awsvpc", "role/exec", "role/app", "X86_64", 256, 512, OLD);
        TaskDefinition failing = definition(42, "bridge", "role/exec2", "role/app2", "ARM64", 512, 1024, NEW);

        assertThat(Differences.of(AROUND, good, AROUND, failing))
                .containsExactly(
                        new Difference("image", "example/app:1", "example/app:2"),
                        new Difference("entry point", "/bin/app", "/bin/next"),
                        new Difference("command", "serve", "serve --fast"),
                        new Difference("environment", "CACHE_URL", "QUEUE_URL"),
                        new Difference(
                                "secrets",
                                "DB_PASSWORD from /shop/db, GONE from /shop/gone",
                                "COME from /shop/come, DB_PASSWORD from /shop/db-next"),
                        new Difference("ports", "8080", "8080 9090"),
                        new Difference("memory of the container", "256", "512"),
                        new Difference("health check", "CMD ping", "CMD pong"),
                        new Difference(
                                "health check times",
                                "every 30 s, time-out 5 s, 3 retries, start period 0 s",
                                "every 10 s, time-out 2 s, 5 retries, start period 60 s"),
                        new Difference("stop timeout", "30", "60"),
                        new Difference("essential", "true", "false"),
                        new Difference("dependencies", "", "proxy HEALTHY"),
                        new Difference(
                                "registry credentials", "", "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub"),
                        new Difference("log", "awslogs /shop/a us-east-1", "splunk"),
                        new Difference("cpu of the task", "256", "512"),
                        new Difference("memory of the task", "512", "1024"),
                        new Difference("network mode", "awsvpc", "bridge"),
                        new Difference("execution role", "role/exec", "role/exec2"),
                        new Difference("task role", "role/app", "role/app2"),
                        new Difference("platform", "LINUX on X86_64", "LINUX on ARM64"));
    }

    @Test
    void definitions_thatAreEqual_differInNothing() {
        assertThat(Differences.of(AROUND, of(41, OLD), AROUND, of(42, OLD))).isEmpty();
    }

    @Test
    void containers_ofSeveral_areNamed() {
        TaskDefinition good = of(41, FakeAccount.container("app", "a:1"), FakeAccount.container("old", "o:1"));
        TaskDefinition failing = of(42, FakeAccount.container("app", "a:2"), FakeAccount.container("new", "n:1"));

        assertThat(Differences.of(AROUND, good, AROUND, failing))
                .containsExactly(
                        new Difference("image of app", "a:1", "a:2"),
                        new Difference("container new", "", "n:1"),
                        new Difference("container old", "o:1", ""));
    }

    @Test
    void services_thatDiffer_areToldWithWhatOnlyOneHas() {
        ServiceRevision before = new ServiceRevision(
                "r1",
                "td",
                "FARGATE",
                "1.4.0",
                List.of("subnet-1", "subnet-2"),
                List.of("sg-1"),
                false,
                List.of(),
                Map.of("app", "sha256:1"));
        ServiceRevision after = new ServiceRevision(
                "r2",
                "td",
                "FARGATE_SPOT",
                "1.3.0",
                List.of("subnet-2", "subnet-3"),
                List.of("sg-1", "sg-2"),
                true,
                List.of("group/a to app:8080"),
                Map.of("app", "sha256:2"));

        assertThat(Differences.of(before, of(41, OLD), after, of(41, OLD)))
                .containsExactly(
                        new Difference("image digest", "sha256:1", "sha256:2"),
                        new Difference("launch type", "FARGATE", "FARGATE_SPOT"),
                        new Difference("platform version", "1.4.0", "1.3.0"),
                        new Difference("subnets", "subnet-1", "subnet-3"),
                        new Difference("security groups", "", "sg-2"),
                        new Difference("public address", "false", "true"),
                        new Difference("load balancers", "", "group/a to app:8080"));
    }

    @Test
    void digest_thatEcsDidNotResolve_isNoDifference() {
        ServiceRevision resolved = Rollouts.revision(Rollouts.TARGET, Rollouts.NEW, Map.of("app", "sha256:1"));

        assertThat(Differences.of(AROUND, of(41, OLD), resolved, of(41, OLD))).isEmpty();
    }

    @Test
    void value_thatIsLong_isCut() {
        ContainerDefinition app = FakeAccount.container("app", "x".repeat(400));

        assertThat(Differences.of(AROUND, of(41, OLD), AROUND, of(42, app)))
                .filteredOn(d -> d.field().equals("image"))
                .containsExactly(new Difference("image", "example/app:1", "x".repeat(300) + "…"));
    }

    private static TaskDefinition of(int revision, ContainerDefinition... containers) {
        return definition(revision, "awsvpc", "role/exec", "role/app", "X86_64", 256, 512, containers);
    }

    private static TaskDefinition definition(
            int revision,
            String network,
            String executionRole,
            String taskRole,
            String cpuArchitecture,
            int cpu,
            int memory,
            ContainerDefinition... containers) {
        return new TaskDefinition(
                "td:" + revision,
                "api",
                revision,
                network,
                executionRole,
                taskRole,
                cpuArchitecture,
                "LINUX",
                cpu,
                memory,
                null,
                List.of(containers),
                "");
    }
}
