package io.github.ecsmedic.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FixSettingsTest {
    @Test
    void settings_thatNobodyMade_applyNothing() {
        assertThat(FixSettings.read(Map.of()))
                .isEqualTo(new FixSettings(false, "notify", Set.of(), Set.of(), Set.of(), true, List.of(), ""));
    }

    @Test
    void settings_eachByItsKey() {
        assertThat(FixSettings.read(Map.of(
                        "ECS_MEDIC_FIXES", "on",
                        "ECS_MEDIC_MODE", "approve",
                        "ECS_MEDIC_AUTO", "force-new-deployment  extend-grace-period",
                        "ECS_MEDIC_APPROVERS", "U1 U2",
                        "ECS_MEDIC_TWO_PEOPLE", "restore-secret",
                        "ECS_MEDIC_DRY_RUN", "off",
                        "ECS_MEDIC_CALENDARS", "freeze",
                        "ECS_MEDIC_AUDIT_LOG", "ecs-medic-audit")))
                .isEqualTo(new FixSettings(
                        true,
                        "approve",
                        Set.of("force-new-deployment", "extend-grace-period"),
                        Set.of("U1", "U2"),
                        Set.of("restore-secret"),
                        false,
                        List.of("freeze"),
                        "ecs-medic-audit"));
    }

    @Test
    void faults_areAllToldAtOnce() {
        assertThatThrownBy(() -> FixSettings.read(
                        Map.of("ECS_MEDIC_FIXES", "yes", "ECS_MEDIC_MODE", "always", "ECS_MEDIC_DRY_RUN", "perhaps")))
                .hasMessage("Settings: ECS_MEDIC_MODE must be off, notify, approve or auto;"
                        + " ECS_MEDIC_FIXES must be on or off; ECS_MEDIC_DRY_RUN must be on or off.");
    }
}
