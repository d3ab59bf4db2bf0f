package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.cli.Shell.Result;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeAccount account = FakeAccount.small();
    private String opened = "";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            check                           | check needs --cluster C
            check --service api             | check needs --cluster C
            check --cluster c --timeout 0   | --timeout takes 1 to 600 seconds
            """)
    void usage_wrong_isOneLine(String line, String says) {
        assertThat(run(line.split(" "))).isEqualTo(new Result(2, "", "ecs-medic: " + says + "\n"));
    }

    @Test
    void service_thatWouldStart_isToldLegByLeg() {
        account = FakeAccount.small().behindNat();

        assertThat(run("check", "--cluster", "prod", "--service", "api")).isEqualTo(new Result(0, """
                No start that would fail is seen in prod.

                api (api:42)
                  ✓ role
                  ✓ interface
                  ✓ login: api.ecr.us-east-1.amazonaws.com
                  ✓ manifest: 111122223333.dkr.ecr.us-east-1.amazonaws.com
                  ✓ layers: prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com
                  ✓ logs: logs.us-east-1.amazonaws.com

                Looked at 1 of 1 services.
                """, ""));
    }

    @Test
    void service_thatWouldNotStart_isToldWithItsFix() {
        account = FakeAccount.small().withEndpoints("ecr.api", "ecr.dkr", "logs");

        Result result = run("check", "--cluster", "prod");

        assertThat(result).isEqualTo(new Result(1, """
                The next start would fail: api in prod

                api (api:42)
                  ✓ role
                  ✓ interface
                  ✓ login: api.ecr.us-east-1.amazonaws.com
                  ✓ manifest: 111122223333.dkr.ecr.us-east-1.amazonaws.com
                  ✗ layers: prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com from
                      subnet-0aa1
                  - network.s3_gateway_missing (proven): Cannot download the image: no way to
                    Amazon S3: image layers and environment files come from there, and route
                    table rtb-0aa1 of subnet subnet-0aa1 has no route: vpc-0aa1 has no S3
                    gateway endpoint
                  - → route-table rtb-0aa1: no route to Amazon S3 ✗
                  ✓ logs: logs.us-east-1.amazonaws.com
                  - Fix: create-s3-gateway, proposed, by hand: open connections to S3 of every
                    subnet on this route table are cut once, and bucket policies that name a
                    public source address stop matching
                aws ec2 create-vpc-endpoint --vpc-id vpc-0aa1 --vpc-endpoint-type Gateway --service-name com.amazonaws.us-east-1.s3 --route-table-ids rtb-0aa1 --region us-east-1

                Looked at 1 of 1 services.

                More: ecs-medic explain network.s3_gateway_missing
                """, ""));
    }

    @Test
    void service_thatCannotBeSeen_isNoFailure() {
        account = FakeAccount.small().behindNat().unknown("ec2:DescribeSubnets", "AccessDenied");

        assertThat(run("check", "--cluster", "prod")).isEqualTo(new Result(0, """
                No start that would fail is seen in prod; what has a ? could not be seen.

                api (api:42)
                  ✓ role
                  ? interface from subnet-0aa1
                  - AccessDenied: ec2:DescribeSubnets
                  ? login: api.ecr.us-east-1.amazonaws.com from subnet-0aa1
                  ? manifest: 111122223333.dkr.ecr.us-east-1.amazonaws.com from subnet-0aa1
                  ? layers: prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com from
                      subnet-0aa1
                  ? logs: logs.us-east-1.amazonaws.com from subnet-0aa1

                Looked at 1 of 1 services.
                """, ""));
    }

    @Test
    void cluster_ofSeveral_namesThoseThatWouldFailAndSumsUpTheRest() {
        account = FakeAccount.small()
                .withEndpoints("ecr.api", "ecr.dkr", "logs")
                .s3Gateway(FakeAccount.TABLE)
                .subnet("subnet-0dd4", "rtb-0dd4")
                .neighbour("worker", "subnet-0dd4", FakeAccount.GROUP, "api:42");

        Result result = run("check", "--cluster", "prod");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .startsWith("The next start would fail: worker in prod\n")
                .contains("✓ api (api:42): all 6 needs are met\n")
                .contains("from\n      subnet-0dd4")
                .contains("Looked at 2 of 2 services.");
    }

    @Test
    void service_unknown_saysHowToFindIt() {
        assertThat(run("check", "--cluster", "prod", "--service", "apy"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: cluster prod in us-east-1 has no service apy;"
                                + " see: aws ecs list-services --cluster prod --region us-east-1\n"));
    }

    @ParameterizedTest
    @CsvSource({"ecs:DescribeServices,--service api", "ecs:DescribeServices,''", "ecs:ListServices,''"})
    void account_refused_isOneLineAndExitCode3(String operation, String service) {
        account.unknown(operation, "AccessDenied");

        assertThat(run(("check --cluster prod " + service).strip().split(" ")))
                .isEqualTo(new Result(
                        3,
                        "",
                        "ecs-medic: the account could not be read in us-east-1: AccessDenied: " + operation + "\n"));
    }

    @Test
    void cluster_ofAnotherAccount_opensThatAccountAlone() {
        run("check", "--cluster", "arn:aws:ecs:ap-south-1:111122223333:cluster/prod");

        assertThat(opened).isEqualTo("ap-south-1 PT1M 111122223333");
    }

    @Test
    void json_holdsEveryFieldOfADiagnosis() throws Exception {
        account = FakeAccount.small().withEndpoints("ecr.api", "ecr.dkr", "logs");

        JsonNode json =
                JSON.readTree(run("check", "--cluster", "prod", "--json").out());

        assertThat(json.at("/schema").asInt()).isEqualTo(1);
        assertThat(json.at("/subject").toString())
                .isEqualTo(
                        "{\"account\":\"111122223333\",\"accountName\":\"\",\"region\":\"us-east-1\",\"cluster\":\"prod\","
                                + "\"service\":\"\",\"taskArn\":\"\",\"taskDefinition\":\"\"}");
        assertThat(json.at("/looked").toString()).isEqualTo("{\"services\":1,\"of\":1}");
        JsonNode service = json.at("/services/0");
        assertThat(service.at("/verdict").asText()).isEqualTo("would fail");
        assertThat(service.at("/legs"))
                .extracting(leg ->
                        leg.at("/leg").asText() + " " + leg.at("/verdict").asText())
                .containsExactly("role ok", "interface ok", "login ok", "manifest ok", "layers would fail", "logs ok");
        JsonNode layers = service.at("/legs/4");
        assertThat(layers.at("/places").toString()).isEqualTo("[\"subnet-0aa1\"]");
        assertThat(layers.at("/causes/0/id").asText()).isEqualTo("network.s3_gateway_missing");
        assertThat(layers.at("/path")).isNotEmpty();
        assertThat(service.at("/fixes/0/steps/0/cli").asText()).startsWith("aws ec2 create-vpc-endpoint ");
    }

    /** Without what it cost, which grows with the catalogue. */
    private Result run(String... args) {
        Result result = new Shell("", Map.of(), Fake::new).run(args);
        String told = result.out()
                .lines()
                .map(line -> line.startsWith("Looked at ") ? line.substring(0, line.indexOf('.') + 1) : line)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return new Result(result.exitCode(), told, result.err());
    }

    private final class Fake implements Cloud {
        @Override
        public Means means() {
            throw new IllegalStateException("nothing here is applied");
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Account open(String where, Duration budget) {
            return account;
        }

        @Override
        public Account open(String where, Duration budget, String of) {
            opened = where + " " + budget + " " + of;
            return account;
        }

        @Override
        public String obstacle(String where) {
            return "";
        }
    }
}
