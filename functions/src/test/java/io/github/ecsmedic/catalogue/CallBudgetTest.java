package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.catalogue.Scenes.Scene;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.model.Diagnosis;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a diagnosis without a packet's walk costs, in requests that the real SDK sends; who else is hit is not counted. */
class CallBudgetTest {
    private static final int EXIT_CODE = 12;
    private static final int IMAGE_OR_SECRET = 14;
    private static final int LOAD_BALANCER = 18;

    /** A message that may also be about the network is walked as well. */
    private static final int WALK = 20;

    static Stream<Scene> scenes() {
        return Stream.concat(Scenes.all().filter(scene -> scene.kind().isEmpty()), balanced());
    }

    /** A load balancer complains of a revision that is being rolled out, and its tasks have failed before. */
    private static Stream<Scene> balanced() {
        return Stream.of("health.elb", "health.elb_timeout", "health.elb_status_code")
                .map(label -> Scenes.scene(
                        "deployed " + label,
                        Failure.of(label)
                                .stopCode("ServiceSchedulerInitiated")
                                .container("app", 143, "")
                                .lived(600),
                        HealthCauseRows.balanced(Rollouts.at("IN_PROGRESS")
                                .task(Failure.exit(1).definition("api:41").task()))));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void diagnosis_keepsToTheCallsOfItsKind(Scene scene) {
        AccountOnTheWire wire = AccountOnTheWire.of(scene.account());
        Diagnosis diagnosis = scene.in(wire);
        int calls = wire.walk(diagnosis).apiCalls();

        assertThat(calls)
                .describedAs("%s: %s", diagnosis.label(), wire.asked())
                .isLessThanOrEqualTo(budget(diagnosis.label()));
    }

    private static int budget(String label) {
        return switch (label.substring(0, label.indexOf('.'))) {
            case "app", "memory" -> EXIT_CODE;
            case "health" -> label.startsWith("health.elb") ? LOAD_BALANCER : EXIT_CODE;
            default -> label.endsWith(".unknown") || label.contains("network") ? WALK : IMAGE_OR_SECRET;
        };
    }
}
