package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.NAT_TABLE;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.RouteTable.Route;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes that are more specific than those at which one looks first. */
class RouteChoiceTest {
    private static final String LIST = "pl-0cc3";

    static Stream<Verdicts.Row> rows() {
        Failure login = Failure.login(OTHER_ADDRESS);
        Failure hidden = Failure.of("logging.network");
        return Stream.of(
                row(
                        new PublicPath(),
                        "the NAT gateway's table loses this address",
                        login,
                        onward(new Route("192.0.2.0/24", "eni-0dead", "blackhole")),
                        "nat-without-internet"),
                row(
                        new PublicPath(),
                        "the NAT gateway's table loses another address",
                        login,
                        onward(new Route("203.0.113.0/24", "eni-0dead", "blackhole")),
                        "passed"),
                row(
                        new PublicPath(),
                        "a list of our own leads to a firewall's endpoint",
                        login,
                        listed("vpce-0f1e"),
                        "open: The route pl-0cc3 of rtb-0aa1 leads to a VPC endpoint (vpce-0f1e), which is outside our"
                                + " view: ec2:DescribeRouteTables"),
                row(
                        new PublicPath(),
                        "no address is told, and some of the internet has a route of its own",
                        hidden,
                        small().route("192.0.2.0/24", NAT),
                        "open: routes of rtb-0aa1 divide the internet, and no address is told:"
                                + " ec2:DescribeRouteTables"),
                row(
                        new PublicPath(),
                        "no address is told, and only a private range has a route of its own",
                        hidden,
                        small().route("10.9.0.0/16", "tgw-0aa1"),
                        "no-route"),
                row(
                        new PublicPath(),
                        "no address is told, and Amazon S3 has a route of its own",
                        hidden,
                        small().s3Gateway(TABLE),
                        "no-route"),
                row(
                        new PublicPath(),
                        "no address is told, and a zone of a user's may tell another",
                        hidden,
                        small().zone("Z0AA1", "us-east-1.amazonaws.com"),
                        "open: private hosted zone Z0AA1 decides where logs.us-east-1.amazonaws.com leads, and no"
                                + " address is told"),
                row(
                        new S3Gateway(),
                        "another route is more specific than that to the gateway endpoint",
                        Failure.layers(S3_ADDRESS),
                        small().s3Gateway(TABLE).route("198.51.100.16/28", "nat-0dead"),
                        "n/a: another route of rtb-0aa1 is more specific than that of an S3 gateway endpoint for"
                                + " 198.51.100.20"),
                row(
                        new S3Gateway(),
                        "another route is less specific",
                        Failure.layers(S3_ADDRESS),
                        small().s3Gateway(TABLE).route("198.51.0.0/16", "nat-0dead"),
                        "passed"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void verdict_byTheMostSpecificRoute(Verdicts.Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    private static FakeAccount onward(Route route) {
        return small().behindNat().route(NAT_TABLE, route);
    }

    private static FakeAccount listed(String target) {
        return small().publicSubnet()
                .publicIp(true)
                .prefixList(new PrefixList(LIST, "partners", List.of("192.0.2.0/24")))
                .route(LIST, target);
    }

    private static Verdicts.Row row(Check check, String name, Failure failure, FakeAccount account, String says) {
        return new Verdicts.Row(check, name, failure, account, says);
    }
}
