package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cause is what explains this failure; whatever else is wrong in the account does not move it. */
class RankingTest {
    private static final Path CAUSES = Path.of("..", "events", "causes");

    private static final Map<String, Supplier<FakeAccount>> BROKEN = Map.of(
            "dns.vpc_attributes_off", () -> withEndpoints().dns(true, false),
            "network.s3_gateway_missing", RankingTest::withEndpoints,
            "network.no_route", FakeAccount::small,
            "registry.dockerhub_rate_limit",
                    () -> FakeAccount.small()
                            .behindNat()
                            .definition(FakeAccount.definition(FakeAccount.container("app", "nginx:1.29"))),
            "app.crash",
                    () -> FakeAccount.small()
                            .log(FakeAccount.LOG_GROUP, "ecs/app/" + "c".repeat(32), "Error: the moon is full"));

    @Test
    void irregularities_areThirty() {
        assertThat(Irregularities.all()).hasSizeGreaterThanOrEqualTo(30);
    }

    static Stream<Arguments> rows() {
        List<Row> quiet = CauseRows.all().toList();
        List<Row> noisy = CauseRows.all().toList();
        return IntStream.range(0, quiet.size()).mapToObj(i -> Arguments.of(quiet.get(i), noisy.get(i)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cause_amongThirtyIrregularities_isProvenAndToldAsWithoutThem(Row quiet, Row noisy) {
        Conclusion alone = Conclusion.of(quiet.failure().in(quiet.broken()));
        Conclusion among = Conclusion.of(noisy.failure().in(Irregularities.in(noisy.broken())));

        assertThat(among.with("proven")).isEqualTo(alone.with("proven"));
        assertThat(among.with("probable")).isEqualTo(alone.with("probable"));
        assertThat(among.causes())
                .extracting(Cause::summary)
                .isEqualTo(alone.causes().stream().map(Cause::summary).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cause_thatIsRefuted_isNotBlamedForTheIrregularities(Row quiet, Row noisy) {
        Conclusion alone = Conclusion.of(quiet.almost().in(quiet.near()));
        Conclusion among = Conclusion.of(noisy.almost().in(Irregularities.in(noisy.near())));

        assertThat(among.with("proven")).isEqualTo(alone.with("proven"));
        assertThat(among.with("probable")).isEqualTo(alone.with("probable"));
    }

    static Stream<String> events() {
        return BROKEN.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("events")
    void diagnosis_amongThirtyIrregularities_ranksTheCauseFirstAndTheRestAsSideFindings(String cause)
            throws IOException {
        Diagnosis alone = diagnosis(cause, BROKEN.get(cause).get());
        Diagnosis among = diagnosis(cause, Irregularities.in(BROKEN.get(cause).get()));

        assertThat(among.causes().getFirst()).extracting("id", "certainty").containsExactly(cause, Certainty.PROVEN);
        assertThat(among.causes())
                .extracting(Cause::id)
                .isEqualTo(alone.causes().stream().map(Cause::id).toList());
        assertThat(among.sideFindings()).noneMatch(side -> side.certainty() == Certainty.PROVEN);
    }

    private static FakeAccount withEndpoints() {
        return FakeAccount.small().withEndpoints("ecr.api", "ecr.dkr", "logs");
    }

    private static Diagnosis diagnosis(String cause, FakeAccount account) throws IOException {
        byte[] event = Files.readAllBytes(CAUSES.resolve(cause).resolve("event.json"));
        return ((Outcome.Diagnosed) Catalogue.full().diagnoser().diagnose(EventReader.read(event), account))
                .diagnosis();
    }
}
