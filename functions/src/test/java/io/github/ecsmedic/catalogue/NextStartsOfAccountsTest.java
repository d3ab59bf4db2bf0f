package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.NetworkAccount;
import io.github.ecsmedic.account.NetworkAccounts;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.NextStart;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code check} says of a service before it fails, against what {@code diagnose} says after. */
class NextStartsOfAccountsTest {
    /** Proven by the address in the message, which nobody knows before; with what is said instead. */
    private static final Map<String, String> BY_ADDRESS = Map.of(
            "IPv6: the registry has an IPv6 address, and only IPv4 has a default route", "ok",
            "NAT gateway in a private subnet: its own default route leads back to it", "not seen",
            "prefix list in a route: it is longer than the default route and leads to nothing", "not seen");

    /** The neighbour's zone hides the name of the layers as well, which the failure was not about. */
    private static final String ANOTHER_LEG = "private zone: it hides the registry and lacks its record";

    static Stream<NetworkAccount> proven() {
        return NetworkAccounts.all().stream()
                .filter(row -> row.told().certainty() == Certainty.PROVEN && !BY_ADDRESS.containsKey(row.name()));
    }

    static Stream<NetworkAccount> open() {
        return NetworkAccounts.all().stream().filter(row -> row.told().certainty() != Certainty.PROVEN);
    }

    static Stream<NetworkAccount> healthyNeighbours() {
        return NetworkAccounts.all().stream()
                .filter(row -> row.toldNear().certainty() != Certainty.PROVEN
                        && !row.name().equals(ANOTHER_LEG));
    }

    @ParameterizedTest
    @MethodSource("proven")
    void failure_thatIsProvenAfter_isForetold(NetworkAccount row) {
        NextStart next = look(row.account(), row);

        assertThat(causes(next)).contains(row.told().cause());
        assertThat(next.verdict()).isEqualTo("would fail");
    }

    @ParameterizedTest
    @MethodSource("open")
    void failure_thatIsNotProvenAfter_isNotBlamedBefore(NetworkAccount row) {
        NextStart next = look(row.account(), row);

        assertThat(causes(next)).isEmpty();
        assertThat(next.verdict()).isNotEqualTo("would fail");
        if (!row.told().cause().equals("unknown")) {
            assertThat(next.verdict()).isEqualTo("not seen");
        }
    }

    @ParameterizedTest
    @MethodSource("healthyNeighbours")
    void neighbour_inWhichNothingIsProven_isNotBlamed(NetworkAccount row) {
        NextStart next = look(row.twin(), row);

        assertThat(causes(next)).isEmpty();
        assertThat(next.wouldFail()).isFalse();
    }

    @Test
    void failure_thatOnlyItsAddressProves_isNotForetold() {
        BY_ADDRESS.forEach((name, verdict) -> {
            NetworkAccount row = NetworkAccounts.named(name);

            assertThat(look(row.account(), row).verdict()).as(name).isEqualTo(verdict);
        });
    }

    private static List<String> causes(NextStart next) {
        return next.needs().stream()
                .flatMap(need -> need.causes().stream())
                .map(Cause::id)
                .distinct()
                .toList();
    }

    private static NextStart look(FakeAccount account, NetworkAccount row) {
        account.task(running(row.task()));
        Service service = ((Answer.Known<Optional<Service>>) account.workloads().service("prod", "api"))
                .value()
                .orElseThrow();
        return Catalogue.full().nextStarts().of(service, account);
    }

    /** The task before it failed. */
    private static Task running(Task t) {
        return new Task(
                t.arn(),
                t.clusterArn(),
                t.taskDefinitionArn(),
                0,
                "RUNNING",
                "RUNNING",
                "",
                "",
                t.group(),
                t.startedBy(),
                t.launchType(),
                t.capacityProvider(),
                t.containerInstanceArn(),
                t.availabilityZone(),
                t.platformVersion(),
                t.cpuArchitecture(),
                t.cpu(),
                t.memory(),
                Timeline.NONE,
                List.of(),
                t.attachments());
    }
}
