package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Loop;
import io.github.ecsmedic.incident.Loop.Image;
import io.github.ecsmedic.incident.Loop.Pulls;
import io.github.ecsmedic.incident.Loop.Registry;
import io.github.ecsmedic.incident.Loop.Way;
import io.github.ecsmedic.incident.Looping;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NAT_GATEWAY | nat-0aa1 | through NAT gateway nat-0aa1, about 1.62 USD at 0.045 USD a GB, the list price in us-east-1
                    INTERFACE_ENDPOINT | vpce-0s3 | through endpoint vpce-0s3, about 0.36 USD at 0.01 USD a GB, the list price in us-east-1
                    GATEWAY_ENDPOINT | vpce-0s3 | through gateway endpoint vpce-0s3, which costs nothing
                    UNTOLD | '' | by a way that could not be seen
                    """)
    void line_byWay_namesItAndItsPrice(Way way, String through, String says) {
        assertThat(LoopLine.of(Looping.forty(way, through)))
                .contains("Cost of the loop: 40 starts, about 12 an hour; 36.0 GB pulled " + says + ".");
    }

    @Test
    void line_ofDockerHub_tellsTheLimit() {
        Image nginx = new Image("nginx:1.27", Registry.DOCKER_HUB, null, Way.NAT_GATEWAY, "nat-0aa1");
        Incident looping = Looping.failing("app.crash", 40, 5)
                .withLoops(List.of(new Loop(Looping.SCOPE, Pulls.ALL, List.of(nginx))));
        assertThat(LoopLine.of(looping))
                .contains("Cost of the loop: 40 starts, about 12 an hour; 40 pulls from Docker Hub without login, about"
                        + " 40 in 6 hours of the 100 that it allows an address; not known: the size of nginx:1.27.");
    }

    @Test
    void line_nothingRead_saysWhatIsNotKnown() {
        assertThat(LoopLine.of(Looping.failing("app.crash", 4, 20)))
                .contains("Cost of the loop: 4 starts, about 3 an hour; not known: what a start of api pulls.");
    }

    @Test
    void line_ofASingleFailure_isNone() {
        assertThat(LoopLine.of(Looping.failing("app.crash", 1, 1))).isEmpty();
    }
}
