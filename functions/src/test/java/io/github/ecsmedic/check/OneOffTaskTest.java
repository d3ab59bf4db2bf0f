package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Changes.Start;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.SecurityGroup;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The network of a task of no service is known only to its interface and to the request that started it. */
class OneOffTaskTest {
    static Stream<Verdicts.Row> rows() {
        return Stream.of(addresses(), groups()).flatMap(rows -> rows);
    }

    private static Stream<Verdicts.Row> addresses() {
        return Stream.of(
                address("given one", oneOff(), small().publicSubnet().start(new Start(List.of(), true)), "passed"),
                address(
                        "given none",
                        oneOff(),
                        small().publicSubnet().start(new Start(List.of(), false)),
                        "no-public-ip"),
                address(
                        "created nobody knows when",
                        Failure.login(OTHER_ADDRESS).oneOff(),
                        small().publicSubnet().start(new Start(List.of(), true)),
                        "open: whether the task has a public address is known only to who started it: event"),
                address(
                        "of a service whose deployment is gone",
                        Failure.login(OTHER_ADDRESS)
                                .startedBy("ecs-svc/9")
                                .created(Instant.parse("2026-11-20T03:00:00Z")),
                        small().publicSubnet().start(new Start(List.of(), true)),
                        "open: whether the task has a public address is known only to who started it:"
                                + " ecs:DescribeServices"),
                address(
                        "not in CloudTrail",
                        oneOff(),
                        small().publicSubnet(),
                        "open: whether the task has a public address is known only to who started it, and CloudTrail"
                                + " shows no RunTask request for it (yet): cloudtrail:LookupEvents"),
                address(
                        "CloudTrail unreadable",
                        oneOff(),
                        small().publicSubnet().unknown("cloudtrail:LookupEvents", "AccessDenied"),
                        "open: whether the task has a public address is known only to who started it, AccessDenied:"
                                + " cloudtrail:LookupEvents"));
    }

    private static Stream<Verdicts.Row> groups() {
        return Stream.of(
                egress("the request named a shut group", oneOff(), shut().start(wearing(GROUP)), "not-let-out"),
                egress("the request named an open group", oneOff(), small().start(wearing(GROUP)), "passed"),
                egress(
                        "the request named no group, so the VPC's own applies",
                        oneOff(),
                        small().start(wearing()).group(new SecurityGroup("sg-default", VPC, List.of(), List.of())),
                        "not-let-out"),
                egress(
                        "its interface is still there",
                        oneOff().attached("eni-0aa1"),
                        shut().networkInterface("eni-0aa1", "10.0.0.77", GROUP).start(wearing("sg-other")),
                        "not-let-out"),
                egress(
                        "its interface is gone",
                        oneOff().attached("eni-0dead"),
                        small().start(wearing(GROUP)),
                        "passed"),
                egress(
                        "interfaces unreadable",
                        oneOff().attached("eni-0aa1"),
                        small().unknown("ec2:DescribeNetworkInterfaces", "AccessDenied")
                                .start(wearing(GROUP)),
                        "passed"),
                egress(
                        "CloudTrail unreadable",
                        oneOff(),
                        shut().unknown("cloudtrail:LookupEvents", "AccessDenied"),
                        "open: the task's security groups are known only to who started it, AccessDenied:"
                                + " cloudtrail:LookupEvents"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void verdict_failureInAccount_isAsDescribed(Verdicts.Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    private static Failure oneOff() {
        return Failure.login(OTHER_ADDRESS).oneOff().created(Instant.parse("2026-11-20T03:00:00Z"));
    }

    private static Start wearing(String... groups) {
        return new Start(List.of(groups), false);
    }

    private static FakeAccount shut() {
        return small().group(new SecurityGroup(GROUP, VPC, List.of(), List.of()));
    }

    private static Verdicts.Row address(String name, Failure failure, FakeAccount account, String says) {
        return new Verdicts.Row(new PublicPath(), name, failure, account, says);
    }

    private static Verdicts.Row egress(String name, Failure failure, FakeAccount account, String says) {
        return new Verdicts.Row(new TaskEgress(), name, failure, account, says);
    }
}
