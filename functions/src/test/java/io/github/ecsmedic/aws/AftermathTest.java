package io.github.ecsmedic.aws;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import io.github.ecsmedic.account.Storage;
import io.github.ecsmedic.account.Vault;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.AlsoAffected;
import io.github.ecsmedic.model.Diagnosis.Change;
import io.github.ecsmedic.model.Diagnosis.Looked;
import io.github.ecsmedic.notify.MessageOptions;
import io.github.ecsmedic.notify.SlackMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A cluster of 250 services read over HTTP, in a network that lacks a route. */
class AftermathTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLUSTER = "arn:aws:ecs:us-east-1:111122223333:service/prod/";
    private static final Set<String> BEHIND_THE_TABLE = Set.of("worker-007", "worker-042", "worker-098");
    private static final Instant CHANGED = Instant.parse("2026-11-20T02:55:00Z");

    private final FakeAccount network = FakeAccount.small().subnet("subnet-0cc3", "rtb-0cc3");
    private final FakeAws aws = new FakeAws()
            .on(
                    "ecs:ListServices",
                    "{\"serviceArns\": [\"" + CLUSTER + "api\", "
                            + IntStream.range(0, 99)
                                    .mapToObj(i -> "\"" + CLUSTER + name(i) + "\"")
                                    .collect(joining(","))
                            + "], \"nextToken\": \"more\"}")
            .on("ecs:DescribeClusters", "{\"clusters\": [{\"activeServicesCount\": 250}]}")
            .on(
                    "ecs:DescribeTaskDefinition",
                    "{\"taskDefinition\": {\"taskDefinitionArn\": \"api:42\", \"family\": \"api\", \"revision\": 42,"
                            + " \"containerDefinitions\": [{\"name\": \"app\", \"image\": \"" + Failure.ECR_IMAGE
                            + "\"}]}}")
            .on("ecs:DescribeServices", asked -> FakeAws.response(200, services(asked.body())))
            .on(
                    SdkChangesTest.LOOKUP,
                    "{\"Events\": ["
                            + SdkChangesTest.event("e1", "DescribeRouteTables", CHANGED, FakeAccount.TABLE, "") + ", "
                            + SdkChangesTest.event(
                                    "e2", "DeleteRoute", CHANGED, FakeAccount.TABLE, ", \"errorCode\": \"x\"")
                            + "], \"NextToken\": \"more\"}",
                    "{\"Events\": ["
                            + SdkChangesTest.event("e3", "DeleteRoute", CHANGED, FakeAccount.TABLE, "") + ", "
                            + SdkChangesTest.event(
                                    "e4", "CreateRoute", Instant.parse("2026-11-20T04:00:00Z"), FakeAccount.TABLE, "")
                            + "]}");

    private static String name(int i) {
        return "worker-%03d".formatted(i);
    }

    /** Only three of them run behind the table that lacks the route. */
    private static String services(String body) throws IOException {
        List<String> described = new ArrayList<>();
        for (JsonNode arn : JSON.readTree(body).get("services")) {
            String name = arn.asText().substring(arn.asText().lastIndexOf('/') + 1);
            String subnet = BEHIND_THE_TABLE.contains(name) ? FakeAccount.SUBNET : "subnet-0cc3";
            described.add("""
                    {"serviceArn": "%s", "serviceName": "%s", "desiredCount": 1, "runningCount": 1, "pendingCount": 0,
                     "deployments": [{"id": "d", "status": "PRIMARY", "networkConfiguration": {"awsvpcConfiguration":
                       {"subnets": ["%s"], "securityGroups": ["sg-1"]}}}]}""".formatted(arn.asText(), name, subnet));
        }
        return "{\"services\": [" + String.join(",", described) + "], \"failures\": []}";
    }

    private Diagnosis diagnosis() throws IOException {
        SdkAccount sdk = aws.account();
        Outcome outcome = Catalogue.full()
                .diagnoser()
                .diagnose(
                        EventReader.read(Files.readAllBytes(
                                Path.of("..", "events", "causes", "network.no_route", "event.json"))),
                        new Mixed(network, sdk));
        return ((Outcome.Diagnosed) outcome).diagnosis();
    }

    @Test
    void services_threeOfThemBehindTheBrokenTable_areNamedWithTheOneChange() throws IOException {
        Diagnosis diagnosis = diagnosis();

        assertThat(diagnosis.causes().getFirst().id()).isEqualTo("network.no_route");
        assertThat(diagnosis.alsoAffected())
                .isEqualTo(BEHIND_THE_TABLE.stream()
                        .sorted()
                        .map(service -> new AlsoAffected(service, FakeAccount.TABLE))
                        .toList());
        assertThat(diagnosis.looked()).isEqualTo(new Looked(100, 250));
        assertThat(diagnosis.changes())
                .isEqualTo(List.of(new Change(
                        CHANGED, "arn:aws:sts::111122223333:assumed-role/deploy/x", "DeleteRoute", FakeAccount.TABLE)));
        assertThat(diagnosis.notChecked())
                .extracting(Diagnosis.NotChecked::check)
                .doesNotContain("neighbours", "changes");
    }

    @Test
    void message_namesThemAndHowFarItLooked() throws IOException {
        JsonNode blocks = JSON.readTree(SlackMessage.of(diagnosis(), MessageOptions.DEFAULT));
        String told = StreamSupport.stream(blocks.findValues("text").spliterator(), false)
                .map(JsonNode::toString)
                .collect(joining("\n"));

        assertThat(told)
                .contains(
                        "worker-007 through rtb-0aa1",
                        "worker-042 through rtb-0aa1",
                        "worker-098 through rtb-0aa1",
                        "Looked at 100 of 250 services",
                        "2026-11-20T02:55:00Z DeleteRoute on rtb-0aa1")
                .doesNotContain("worker-006", "CreateRoute", "DescribeRouteTables on");
    }

    @Test
    void requests_areTwelveAndFourAtMost() throws IOException {
        diagnosis();

        assertThat(aws.asked())
                .filteredOn(asked -> !asked.body().contains("TAGS"))
                .map(FakeAws.Asked::operation)
                .filteredOn(Set.of("ecs:ListServices", "ecs:DescribeClusters", "ecs:DescribeServices")::contains)
                .hasSize(12);
        assertThat(aws.operations()).filteredOn(SdkChangesTest.LOOKUP::equals).hasSize(2);
        assertThat(network.asked()).doesNotContain("ecs:ListServices", "cloudtrail:LookupEvents");
    }

    /** The network in memory, ECS and CloudTrail over HTTP. */
    private record Mixed(FakeAccount memory, SdkAccount sdk) implements Account {
        @Override
        public Workloads workloads() {
            return sdk.workloads();
        }

        @Override
        public Deployments deployments() {
            return memory;
        }

        @Override
        public Networks networks() {
            return memory;
        }

        @Override
        public Names names() {
            return memory;
        }

        @Override
        public Vault vault() {
            return memory.vault();
        }

        @Override
        public Keys keys() {
            return memory.keys();
        }

        @Override
        public LogGroups logGroups() {
            return memory.logGroups();
        }

        @Override
        public Roles roles() {
            return memory;
        }

        @Override
        public Logs logs() {
            return memory;
        }

        @Override
        public Images images() {
            return memory.images();
        }

        @Override
        public Balancers balancers() {
            return memory.balancers();
        }

        @Override
        public Capacity capacity() {
            return memory.capacity();
        }

        @Override
        public Storage storage() {
            return memory.storage();
        }

        @Override
        public Changes changes() {
            return sdk.changes();
        }

        @Override
        public void settled() {
            sdk.settled();
        }

        @Override
        public Diagnosis.Cost cost() {
            return sdk.cost();
        }
    }
}
