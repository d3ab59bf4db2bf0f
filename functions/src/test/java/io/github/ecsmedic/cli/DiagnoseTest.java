package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Balancers;
import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Changes;
import io.github.ecsmedic.account.Deployments;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.LogGroups;
import io.github.ecsmedic.account.Logs;
import io.github.ecsmedic.account.Names;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.Roles;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.ServiceMessage;
import io.github.ecsmedic.account.Storage;
import io.github.ecsmedic.account.Vault;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.cli.Shell.Result;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnoseTest {
    private static final String ECS = "arn:aws:ecs:us-east-1:111122223333:";
    private static final String TASK = ECS + "task/prod/0123456789abcdef0123456789abcdef";
    private static final String OBSTACLE = "There are no AWS credentials here: log in.";

    private final List<String> opened = new ArrayList<>();
    private final FakeAccount account = FakeAccount.small();
    private boolean answered = true;
    private String obstacle = "";
    private String region = "us-east-1";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            diagnose                                      | diagnose needs either --event FILE or --cluster C with --task T or --service S
            diagnose --event e --cluster c --task t       | diagnose needs either --event FILE or --cluster C with --task T or --service S
            diagnose --task t                             | --task and --service need --cluster C
            diagnose --cluster c                          | --cluster needs either --task T or --service S
            diagnose --cluster c --task t --service s     | --cluster needs either --task T or --service S
            diagnose --cluster c --task t --timeout 0     | --timeout takes 1 to 600 seconds
            diagnose --cluster c --task t --timeout 601   | --timeout takes 1 to 600 seconds
            diagnose --event no-such.json                 | cannot read 'no-such.json': there is no such file; name a readable file, or - for standard input
            """)
    void usage_wrong_isOneLine(String line, String says) {
        assertThat(run("", line.split(" "))).isEqualTo(new Result(2, "", "ecs-medic: " + says + "\n"));
        assertThat(opened).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no json          | standard input is no event that can be diagnosed (no JSON); give an event of source aws.ecs, whole, as EventBridge sends it
            {}               | standard input is no event that can be diagnosed (no event of EventBridge: it has no source); give an event of source aws.ecs, whole, as EventBridge sends it
            {"source":"aws.ec2"} | standard input is no event that can be diagnosed (foreign source: aws.ec2); give an event of source aws.ecs, whole, as EventBridge sends it
            """)
    void event_thatIsNone_isOneLine(String text, String says) {
        assertThat(run(text, "diagnose", "--event", "-")).isEqualTo(new Result(2, "", "ecs-medic: " + says + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"\"\"", "\"  \n \""})
    void event_empty_isOneLine(String text) {
        assertThat(run(text, "diagnose", "--event", "-"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: standard input is empty;"
                                + " give the event as EventBridge sends it, one JSON object\n"));
    }

    @Test
    void event_ofAFailure_isDiagnosedInItsRegion() {
        region = "eu-west-3";

        Result result = run(
                stopped("EssentialContainerExited", "Essential container in task exited", 1),
                "diagnose",
                "--event",
                "-");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("app.crash");
        assertThat(result.err()).isEmpty();
        assertThat(opened).containsExactly("us-east-1 PT45S");
    }

    @Test
    void event_withTimeout_opensTheAccountForThatLong() {
        run(
                stopped("EssentialContainerExited", "Essential container in task exited", 1),
                "diagnose",
                "--event",
                "-",
                "--timeout",
                "7");

        assertThat(opened).containsExactly("us-east-1 PT7S");
    }

    @Test
    void event_benign_isNothingWrong() {
        assertThat(run(stopped("UserInitiated", "Task stopped by user", 0), "diagnose", "--event", "-")
                        .exitCode())
                .isZero();
    }

    @Test
    void event_ofATaskThatRuns_isNothingToDiagnose() {
        String running = stopped("", "", 0).replace("\"STOPPED\"", "\"RUNNING\"");

        assertThat(run(running, "diagnose", "--event", "-"))
                .isEqualTo(new Result(0, "", "ecs-medic: nothing to diagnose: the task has not stopped: RUNNING\n"));
    }

    @Test
    void event_withoutAccount_isDiagnosedFromItsTextAndSaysSoOnce() {
        answered = false;
        obstacle = OBSTACLE;
        blind("no credentials");

        Result result = run(
                stopped("EssentialContainerExited", "Essential container in task exited", 1),
                "diagnose",
                "--event",
                "-",
                "--json");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out())
                .contains("{\"check\":\"task-definition\",\"why\":\"no credentials: ecs:DescribeTaskDefinition\"}");
        assertThat(result.err())
                .isEqualTo("ecs-medic: only the event speaks, the account was not read. " + OBSTACLE + "\n");
    }

    @Test
    void service_withAFailedTask_isDiagnosedByIt() {
        account.task(task("STOPPED", "EssentialContainerExited", "Essential container in task exited"));

        Result result = run("", "diagnose", "--cluster", "prod", "--service", "api");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("app.crash");
        assertThat(opened).containsExactly("us-east-1 PT45S");
    }

    @Test
    void service_withoutFailedTaskAndAllRunning_isNothingWrong() {
        account.service(running(2));

        assertThat(run("", "diagnose", "--cluster", "prod", "--service", "api"))
                .isEqualTo(new Result(
                        0,
                        "",
                        "ecs-medic: nothing to diagnose: service api runs 2 of 2 tasks,"
                                + " and ECS knows no failed task of it\n"));
    }

    @Test
    void service_belowItsCountWithoutFailedTask_isDiagnosedByItsNewestMessage() {
        account.service(running(
                1,
                new ServiceMessage(
                        Instant.parse("2026-11-20T03:00:00Z"),
                        "(service api) was unable to place a task because no container instance met all of its"
                                + " requirements. The closest matching container-instance abc has insufficient CPU"
                                + " units available."),
                new ServiceMessage(
                        Instant.parse("2026-11-20T02:00:00Z"), "(service api) has reached a steady state.")));

        Result result = run("", "diagnose", "--cluster", "prod", "--service", "api");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("capacity.");
    }

    @Test
    void service_belowItsCountWithoutAnyHint_isNotCalledWell() {
        account.service(running(1));

        assertThat(run("", "diagnose", "--cluster", "prod", "--service", "api"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: service api runs 1 of 2 tasks, but ECS knows no failed task of it and its newest"
                                + " message names no failure; ECS forgets a stopped task after an hour:"
                                + " give its event with --event FILE\n"));
    }

    @Test
    void service_unknown_saysHowToFindIt() {
        assertThat(run("", "diagnose", "--cluster", "prod", "--service", "apy"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: cluster prod in us-east-1 has no service apy;"
                                + " see: aws ecs list-services --cluster prod --region us-east-1\n"));
    }

    @Test
    void cluster_unknown_saysHowToFindIt() {
        account.unknown("ecs:DescribeServices", "ClusterNotFoundException");

        assertThat(run("", "diagnose", "--cluster", "prud", "--service", "api"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: there is no cluster prud in us-east-1;"
                                + " see: aws ecs list-clusters --region us-east-1\n"));
    }

    @Test
    void account_unreadable_isOneLine() {
        account.unknown("ecs:DescribeServices", "no credentials");
        obstacle = OBSTACLE;

        assertThat(run("", "diagnose", "--cluster", "prod", "--service", "api"))
                .isEqualTo(new Result(3, "", "ecs-medic: " + OBSTACLE + "\n"));
    }

    @Test
    void account_refused_namesTheCall() {
        account.unknown("ecs:DescribeServices", "AccessDenied");

        assertThat(run("", "diagnose", "--cluster", "prod", "--service", "api"))
                .isEqualTo(new Result(
                        3,
                        "",
                        "ecs-medic: the account could not be read in us-east-1: AccessDenied: ecs:DescribeServices\n"));
    }

    @Test
    void task_known_isDiagnosed() {
        account.task(task("STOPPED", "EssentialContainerExited", "Essential container in task exited"));

        Result result = run("", "diagnose", "--cluster", "prod", "--task", TASK);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("app.crash");
    }

    @Test
    void task_running_isNothingToDiagnose() {
        account.task(task("RUNNING", "", ""));

        assertThat(run("", "diagnose", "--cluster", "prod", "--task", TASK))
                .isEqualTo(
                        new Result(0, "", "ecs-medic: nothing to diagnose: the task has not stopped, it is RUNNING\n"));
    }

    @Test
    void task_forgotten_saysWhatStillTells() {
        assertThat(run("", "diagnose", "--cluster", "prod", "--task", "abc"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: cluster prod in us-east-1 has no task abc;"
                                + " ECS forgets a stopped task after an hour: give its event with --event FILE\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--cluster prod --service api --region eu-west-3,                                  eu-west-3",
        "--cluster arn:aws:ecs:ap-south-1:111122223333:cluster/prod --service api,         ap-south-1",
        "--cluster arn:aws:ecs:ap-south-1:111122223333:cluster/prod --service api --region eu-west-3, ap-south-1",
        "--cluster prod --task arn:aws:ecs:ap-south-1:111122223333:task/prod/abc,          ap-south-1"
    })
    void region_named_isTaken(String options, String taken) {
        run("", ("diagnose " + options).split(" "));

        assertThat(opened).containsExactly(taken + " PT45S");
    }

    @Test
    void region_unknown_isOneLine() {
        region = "";

        assertThat(run("", "diagnose", "--cluster", "prod", "--service", "api"))
                .isEqualTo(new Result(2, "", "ecs-medic: no region is known: give --region, or set AWS_REGION\n"));
    }

    private Result run(String in, String... args) {
        return new Shell(in, Map.of(), Fake::new).run(args);
    }

    private void blind(String fault) {
        for (String operation : List.of("ecs:DescribeTaskDefinition", "ecs:DescribeServices", "logs:GetLogEvents")) {
            account.unknown(operation, fault);
        }
    }

    private static String stopped(String stopCode, String reason, int exitCode) {
        return """
                {"version":"0","id":"1","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333",
                 "time":"2026-11-20T03:10:00Z","region":"us-east-1",
                 "resources":["arn:aws:ecs:us-east-1:111122223333:task/prod/0123456789abcdef0123456789abcdef"],
                 "detail":{"clusterArn":"arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                  "taskArn":"arn:aws:ecs:us-east-1:111122223333:task/prod/0123456789abcdef0123456789abcdef",
                  "taskDefinitionArn":"arn:aws:ecs:us-east-1:111122223333:task-definition/api:42",
                  "group":"service:api","lastStatus":"STOPPED","desiredStatus":"STOPPED","launchType":"FARGATE",
                  "stopCode":"%s","stoppedReason":"%s","version":3,
                  "containers":[{"name":"app","lastStatus":"STOPPED","exitCode":%d}]}}
                """.formatted(stopCode, reason, exitCode);
    }

    private static Task task(String status, String stopCode, String reason) {
        return new Task(
                TASK,
                ECS + "cluster/prod",
                ECS + "task-definition/api:42",
                0,
                status,
                status,
                stopCode,
                reason,
                "service:api",
                FakeAccount.DEPLOYMENT,
                "FARGATE",
                "",
                "",
                "us-east-1a",
                "1.4.0",
                "x86_64",
                256,
                512,
                Timeline.NONE,
                List.of(new Container("app", "", "", "", status, status.equals("STOPPED") ? 1 : null, "")),
                List.of());
    }

    private static Service running(int tasks, ServiceMessage... messages) {
        Service healthy = FakeAccount.service(FakeAccount.deployment(false));
        return new Service(
                healthy.arn(),
                healthy.name(),
                healthy.clusterArn(),
                healthy.status(),
                2,
                tasks,
                0,
                healthy.taskDefinition(),
                healthy.launchType(),
                healthy.deploymentController(),
                healthy.deployments(),
                healthy.balancing(),
                List.of(messages),
                healthy.tags(),
                healthy.configuration());
    }

    private final class Fake implements Cloud {
        @Override
        public Means means() {
            throw new IllegalStateException("nothing here is applied");
        }

        @Override
        public String region() {
            return region;
        }

        @Override
        public Account open(String where, Duration budget) {
            opened.add(where + " " + budget);
            return new Opened();
        }

        @Override
        public String obstacle(String where) {
            return obstacle;
        }
    }

    private final class Opened implements Account {
        @Override
        public Workloads workloads() {
            return account;
        }

        @Override
        public Deployments deployments() {
            return account;
        }

        @Override
        public Networks networks() {
            return account;
        }

        @Override
        public Names names() {
            return account;
        }

        @Override
        public Images images() {
            return account.images();
        }

        @Override
        public Balancers balancers() {
            return account.balancers();
        }

        @Override
        public Capacity capacity() {
            return account.capacity();
        }

        @Override
        public Storage storage() {
            return account.storage();
        }

        @Override
        public Vault vault() {
            return account.vault();
        }

        @Override
        public Keys keys() {
            return account.keys();
        }

        @Override
        public LogGroups logGroups() {
            return account.logGroups();
        }

        @Override
        public Roles roles() {
            return account;
        }

        @Override
        public Logs logs() {
            return account;
        }

        @Override
        public Changes changes() {
            return account;
        }

        @Override
        public Diagnosis.Cost cost() {
            return account.cost();
        }

        @Override
        public boolean answered() {
            return answered;
        }
    }
}
