package io.github.ecsmedic.mend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.fix.Fix;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OptInTest {
    /** What ECS takes as a tag's value (ECS API reference, "Tag"). */
    private static final Pattern TAG_VALUE = Pattern.compile("[\\pL\\pZ\\pN_.:/=+\\-@]{0,256}");

    private static final OptIn STACK = new OptIn(Mode.APPROVE, Set.of("create-log-group"));

    @Test
    void tags_standOverWhatTheInstallationSays() {
        assertThat(OptIn.of(Map.of("ecs-medic:mode", "auto", "ecs-medic:auto", "  create-log-group   x "), STACK))
                .isEqualTo(new OptIn(Mode.AUTO, Set.of("create-log-group", "x")));
    }

    @Test
    void noTags_leaveWhatTheInstallationSays() {
        assertThat(OptIn.of(Map.of("Name", "api"), STACK)).isEqualTo(STACK);
    }

    @Test
    void aModeThatNobodyKnows_isNotify() {
        assertThat(OptIn.of(Map.of("ecs-medic:mode", "automatic"), STACK).mode())
                .isEqualTo(Mode.NOTIFY);
    }

    @Test
    void anEmptyList_allowsNothing() {
        assertThat(OptIn.of(Map.of("ecs-medic:auto", ""), STACK).fixes()).isEmpty();
    }

    @Test
    void faults_areSaid() {
        assertThat(OptIn.faults(
                        Map.of("ecs-medic:mode", "on", "ecs-medic:auto", "create-log-group restart"),
                        Set.of("create-log-group")))
                .containsExactly(
                        "the tag ecs-medic:mode says neither off, notify, approve nor auto, so nothing is done",
                        "the tag ecs-medic:auto names a fix that does not exist: restart");
        assertThat(OptIn.faults(Map.of("ecs-medic:mode", "off"), Set.of())).isEmpty();
    }

    @Test
    void values_areOnesThatEcsTakes() {
        String ids = Catalogue.full().fixes().stream().map(Fix::id).limit(8).collect(Collectors.joining(" "));

        assertThat(TAG_VALUE.matches(ids)).as(ids).isTrue();
        assertThat(TAG_VALUE.matches(ids.replace(' ', ','))).isFalse();
        assertThat(Mode.values())
                .allSatisfy(mode -> assertThat(TAG_VALUE.matches(mode.word())).isTrue());
    }

    @Test
    void cap_isTheLesser() {
        assertThat(Mode.AUTO.cappedBy(Mode.NOTIFY)).isEqualTo(Mode.NOTIFY);
        assertThat(Mode.OFF.cappedBy(Mode.AUTO)).isEqualTo(Mode.OFF);
    }
}
