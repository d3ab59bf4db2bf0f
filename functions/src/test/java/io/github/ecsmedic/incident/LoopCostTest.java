package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Looping.failing;
import static io.github.ecsmedic.incident.Looping.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Loop.Image;
import io.github.ecsmedic.incident.Loop.Pulls;
import io.github.ecsmedic.incident.Loop.Registry;
import io.github.ecsmedic.incident.Loop.Way;
import io.github.ecsmedic.incident.LoopCost.Hub;
import io.github.ecsmedic.incident.LoopCost.Volume;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopCostTest {
    private static Incident with(Incident incident, Pulls pulls, Image... images) {
        return incident.withLoops(List.of(new Loop(Looping.SCOPE, pulls, List.of(images))));
    }

    @Test
    void loop_behindNat_costsItsGigabytes() {
        assertThat(LoopCost.of(Looping.forty(Way.NAT_GATEWAY, "nat-0aa1"))).hasValueSatisfying(cost -> {
            assertThat(cost)
                    .isEqualTo(new LoopCost(
                            40,
                            12,
                            false,
                            List.of(new Volume(Way.NAT_GATEWAY, "nat-0aa1", 36_000_000_000L)),
                            Hub.NONE,
                            List.of()));
            assertThat(cost.dollars()).isEqualTo(1.62);
        });
    }

    @ParameterizedTest
    @CsvSource({"GATEWAY_ENDPOINT, 0", "INTERFACE_ENDPOINT, 0.36", "INTERNET, 0", "UNTOLD, 0"})
    void loop_byAnotherWay_costsWhatThatCosts(Way way, double dollars) {
        assertThat(LoopCost.of(Looping.forty(way, "x")))
                .hasValueSatisfying(cost -> assertThat(cost.dollars()).isEqualTo(dollars));
    }

    @ParameterizedTest
    @CsvSource({
        "app.crash, 3, 30, true",
        "app.crash, 3, 31, false",
        "app.crash, 2, 1, false",
        "memory.oom_killed, 3, 5, true",
        "secrets.not_found, 40, 5, false",
        "image_pull.not_found, 40, 5, false",
        "container_config.incompatible_compute, 40, 5, false"
    })
    void failures_rareOrBeforeThePull_costNothing(String label, int times, long apart, boolean costs) {
        Incident incident = with(failing(label, times, apart), Pulls.ALL, image(Way.NAT_GATEWAY, "nat-0aa1"));
        assertThat(LoopCost.of(incident).isPresent()).isEqualTo(costs);
    }

    @Test
    void instance_thatKeepsImages_isNotCounted() {
        assertThat(LoopCost.of(with(failing("app.crash", 40, 5), Pulls.KEPT))).isEmpty();
    }

    @Test
    void loop_nothingRead_countsStartsAndSaysSo() {
        assertThat(LoopCost.of(failing("app.crash", 40, 5)))
                .contains(new LoopCost(40, 12, false, List.of(), Hub.NONE, List.of(Looping.SCOPE)));
    }

    @Test
    void loop_ofDockerHub_countsPullsOfSixHours() {
        Image nginx = new Image("nginx:1.27", Registry.DOCKER_HUB, null, Way.NAT_GATEWAY, "nat-0aa1");
        assertThat(LoopCost.of(with(failing("app.crash", 121, 5), Pulls.AT_MOST, nginx)))
                .contains(new LoopCost(121, 12, true, List.of(), new Hub(121, 72, true), List.of("nginx:1.27")));
    }

    @Test
    void failures_allAtOnce_tellNoRate() {
        assertThat(LoopCost.of(with(failing("app.crash", 4, 1), Pulls.ALL, image(Way.INTERNET, ""))))
                .hasValueSatisfying(cost -> assertThat(cost.anHour()).isZero());
    }
}
