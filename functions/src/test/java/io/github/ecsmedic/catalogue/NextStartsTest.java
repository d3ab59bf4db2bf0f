package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.NextStart;
import io.github.ecsmedic.model.NextStart.Need;
import io.github.ecsmedic.model.NextStart.Outlook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NextStartsTest {
    /** What configuration alone cannot prove: it takes a message, or a metric of the minutes before. */
    private static final Set<String> TOLD_ONLY = Set.of(
            "dns.custom_resolver",
            "dns.wrong_host",
            "dns.resolver_rule",
            "network.nat_port_exhaustion",
            "network.path_unknown",
            "network.eni_provisioning",
            "network.endpoint_policy_denied");

    static Stream<Row> provable() {
        return rows().filter(row -> !TOLD_ONLY.contains(row.cause()));
    }

    static Stream<Row> rows() {
        return CauseRows.all()
                .filter(row -> row.cause().startsWith("network.") || row.cause().startsWith("dns."));
    }

    static Stream<FakeAccount> healthy() {
        return Stream.of(
                small().behindNat(),
                small().publicSubnet().publicIp(true),
                small().withEndpoints("ecr.api", "ecr.dkr", "logs").s3Gateway(TABLE));
    }

    @ParameterizedTest
    @MethodSource("provable")
    void account_broken_isForetold(Row row) {
        NextStart next = look(row.broken());

        assertThat(causes(next)).contains(row.cause());
        assertThat(next.wouldFail()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void account_whereOneFactDiffers_isNotBlamedForIt(Row row) {
        assertThat(causes(look(row.near() == row.broken() ? small().behindNat() : row.near())))
                .doesNotContain(row.cause());
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void account_healthy_hasEveryNeedMet(FakeAccount account) {
        NextStart next = look(account);

        assertThat(next.needs())
                .allSatisfy(need -> assertThat(need.notChecked()).as(need.leg()).isEmpty())
                .allSatisfy(need -> assertThat(need.outlook()).as(need.leg()).isEqualTo(Outlook.OK));
        assertThat(next.needs())
                .extracting(Need::leg)
                .containsExactly("role", "interface", "login", "manifest", "layers", "logs");
    }

    @Test
    void account_thatRefusesOneRead_isNotBlamed() {
        for (FakeAccount account : healthy().toList()) {
            look(account);
            for (String operation : Set.copyOf(account.asked())) {
                NextStart next = look(small().behindNat().unknown(operation, "AccessDenied"), service(small()));

                assertThat(causes(next)).as(operation).isEmpty();
                assertThat(next.wouldFail()).as(operation).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void account_thatRefusesTheNetwork_isNotSeen(FakeAccount account) {
        look(account);
        Set.copyOf(account.asked()).stream()
                .filter(operation -> operation.startsWith("ec2:"))
                .forEach(operation -> account.unknown(operation, "AccessDenied"));

        assertThat(look(account).needs())
                .filteredOn(need -> !need.leg().equals("role"))
                .allSatisfy(need -> assertThat(need.outlook()).as(need.leg()).isEqualTo(Outlook.NOT_SEEN))
                .allSatisfy(need -> assertThat(need.notChecked()).isNotEmpty());
    }

    private static List<String> causes(NextStart next) {
        return next.needs().stream()
                .flatMap(need -> need.causes().stream())
                .map(Cause::id)
                .distinct()
                .collect(Collectors.toList());
    }

    private static NextStart look(FakeAccount account) {
        return look(account, service(account));
    }

    private static NextStart look(FakeAccount account, Service service) {
        return Catalogue.full().nextStarts().of(service, account);
    }

    private static Service service(FakeAccount account) {
        return ((Answer.Known<Optional<Service>>) account.workloads().service("prod", "api"))
                .value()
                .orElseThrow();
    }
}
