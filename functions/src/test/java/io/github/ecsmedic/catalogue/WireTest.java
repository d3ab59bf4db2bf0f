package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.catalogue.Scenes.Scene;
import io.github.ecsmedic.model.Diagnosis;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every account of the tests, read by the real SDK over the wire: it must tell what the ports of memory tell. */
class WireTest {
    static Stream<Scene> scenes() {
        return Scenes.all();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void diagnosis_overTheWire_isThatOfTheAccountInMemory(Scene scene) {
        same(scene, AccountOnTheWire.of(scene.account()));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void diagnosis_overPagesOfOneItem_isThatOfTheAccountInMemory(Scene scene) {
        same(scene, AccountOnTheWire.of(scene.account(), 1));
    }

    private static void same(Scene scene, AccountOnTheWire wire) {
        Diagnosis inMemory = scene.inMemory();
        Diagnosis overTheWire = scene.in(wire);

        assertThat(wire.notRendered()).isEmpty();
        assertThat(overTheWire.causes()).isEqualTo(inMemory.causes());
        assertThat(overTheWire.notChecked()).isEqualTo(inMemory.notChecked());
        assertThat(overTheWire.path()).isEqualTo(inMemory.path());
        assertThat(overTheWire.sideFindings()).isEqualTo(inMemory.sideFindings());
        assertThat(overTheWire.refuted()).isEqualTo(inMemory.refuted());
        assertThat(overTheWire.fixes()).isEqualTo(inMemory.fixes());
        assertThat(overTheWire.cost().apiCalls()).isEqualTo(wire.asked().size());
    }
}
