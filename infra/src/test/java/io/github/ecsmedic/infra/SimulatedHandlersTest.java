package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The simulation of {@code functions} says which handlers it drives; these are the ones that are deployed. */
class SimulatedHandlersTest {
    private static final Path DRIVEN = Path.of("../functions/src/test/resources/simulated-handlers.txt");

    @Test
    void handlers_thatAreDeployed_areThoseThatTheSimulationDrives() throws IOException {
        Set<String> deployed = Stream.of(Template.FULL, ButtonsTest.BUTTONS)
                .flatMap(template -> template.all("AWS::Lambda::Function").stream())
                .map(function -> function.path("Handler").asText())
                .filter(handler -> handler.startsWith("io.github.ecsmedic."))
                .map(handler -> handler.substring(0, handler.indexOf("::")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(deployed).containsExactlyElementsOf(Files.readAllLines(DRIVEN));
    }
}
