package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.catalogue.Scenes.Scene;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NothingReadTwiceTest {
    static Stream<Scene> scenes() {
        return Scenes.all();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void diagnosis_ofAnyScene_sendsNoRequestTwice(Scene scene) {
        AccountOnTheWire wire = AccountOnTheWire.of(scene.account());
        scene.in(wire);

        assertThat(wire.asked()).doesNotHaveDuplicates();
    }
}
