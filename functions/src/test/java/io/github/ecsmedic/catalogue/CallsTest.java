package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.aws.FakeAws.Asked;
import io.github.ecsmedic.catalogue.Scenes.Scene;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.Cost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the walk of one leg costs, in requests that the real SDK sends. */
class CallsTest {
    private static final int CALLS = 20;
    private static final int DEEP_ON_FARGATE = 4;
    private static final int DEEP_ON_INSTANCES = 6;
    private static final Duration A_CALL = Duration.ofMillis(20);
    private static final int ROUNDS = 5;
    private static final int WHO_ELSE = 12;
    private static final int WHAT_CHANGED = 4;

    /** One each for what is really attached to the VPC. */
    private static final Set<String> FOR_WHAT_IS_ATTACHED = Set.of(
            "ec2:GetManagedPrefixListEntries",
            "route53profiles:ListProfileResourceAssociations",
            "route53resolver:GetResolverRule",
            "route53resolver:ListFirewallDomains",
            "route53resolver:ListFirewallRules");

    static Stream<Scene> scenes() {
        return Scenes.network();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void walk_ofOneLeg_keepsToItsCalls(Scene scene) {
        AccountOnTheWire wire = AccountOnTheWire.of(scene.account());
        Cost cost = wire.walk(scene.in(wire));
        long attached = wire.asked().stream()
                .map(Asked::operation)
                .filter(FOR_WHAT_IS_ATTACHED::contains)
                .count();

        assertThat(cost.apiCalls()).isLessThanOrEqualTo(CALLS + Math.toIntExact(attached));
    }

    /** Who asks first for a fact that several need decides how deep it lies: where calls take no time that is chance. */
    @ParameterizedTest
    @MethodSource("scenes")
    void walk_ofOneLeg_keepsToItsDepth(Scene scene) {
        int most = scene.onInstance() ? DEEP_ON_INSTANCES : DEEP_ON_FARGATE;
        List<Integer> depths = new ArrayList<>();
        do {
            AccountOnTheWire wire = AccountOnTheWire.of(scene.account()).after(A_CALL);
            depths.add(wire.walk(scene.in(wire)).criticalPath());
        } while (depths.getLast() > most && depths.size() < ROUNDS);

        assertThat(depths).anyMatch(depth -> depth <= most);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void cost_ofADiagnosis_isWhatWentOverTheWire(Scene scene) {
        AccountOnTheWire wire = AccountOnTheWire.of(scene.account());
        Diagnosis diagnosis = scene.in(wire);

        assertThat(diagnosis.cost().apiCalls()).isEqualTo(wire.asked().size());
        assertThat(diagnosis.cost().apiCalls() - wire.walk(diagnosis).apiCalls())
                .isLessThanOrEqualTo(WHO_ELSE + WHAT_CHANGED);
    }

    /** A read ahead that nobody waits for may be sent when the walk is over: it is in the one count and not in the other. */
    @ParameterizedTest
    @MethodSource("scenes")
    void walk_amongFiveHundredOfEverything_asksAndSaysTheSame(Scene scene) {
        List<Integer> more = new ArrayList<>();
        do {
            AccountOnTheWire alone = AccountOnTheWire.of(scene.account());
            Diagnosis quiet = scene.in(alone);
            AccountOnTheWire crowded = AccountOnTheWire.crowded(scene.account(), 500);
            Diagnosis busy = scene.in(crowded);

            assertThat(findings(busy)).isEqualTo(findings(quiet));
            assertThat(busy.path()).isEqualTo(quiet.path());
            assertThat(busy.refuted()).isEqualTo(quiet.refuted());
            more.add(crowded.walk(busy).apiCalls() - alone.walk(quiet).apiCalls());
        } while (more.getLast() != 0 && more.size() < ROUNDS);

        assertThat(more).endsWith(0);
    }

    /** Without the evidence, to which is added how many services were looked at. */
    private static List<String> findings(Diagnosis diagnosis) {
        return diagnosis.causes().stream()
                .map(c -> c.certainty() + " " + c.id() + " " + c.resources() + " " + c.summary())
                .toList();
    }
}
