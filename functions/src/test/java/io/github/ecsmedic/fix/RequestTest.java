package io.github.ecsmedic.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.fix.Request.Effect;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final Request LONGER =
            new ServiceUpdate("us-east-1", "prod", "api", new GracePeriod(30), new GracePeriod(90));
    private static final Request ANEW = new ServiceUpdate("us-east-1", "prod", "api", null, new NewDeployment());
    private static final Request STOP = new DeploymentStop("us-east-1", "arn");

    @Test
    void inverse_givesTheOldValueBack_andItsInverseIsTheRequest() {
        Request back = LONGER.inverse().orElseThrow();

        assertThat(back.after()).isEqualTo(LONGER.before());
        assertThat(back.inverse()).contains(LONGER);
        assertThat(LONGER.undo()).isEqualTo(back.argv());
    }

    @Test
    void newDeployment_cannotBeTakenBack() {
        assertThat(ANEW.inverse()).isEmpty();
        assertThat(ANEW.undo()).isEmpty();
    }

    @Test
    void effect_tellsOurValueFromTheOldOneAndFromAnother() {
        assertThat(List.of(LONGER.before(), LONGER.after(), "--health-check-grace-period-seconds 60"))
                .map(now -> LONGER.effect(LONGER.before(), now))
                .containsExactly(Effect.NONE, Effect.DONE, Effect.OTHER);
    }

    @Test
    void newDeployment_isSeenByItsId() {
        assertThat(List.of("ecs-svc/1", "ecs-svc/2"))
                .map(now -> ANEW.effect("ecs-svc/1", now))
                .containsExactly(Effect.NONE, Effect.DONE);
    }

    @Test
    void stoppedDeployment_isSeenByItsStatus_andOneThatEndedByItselfIsNotOurs() {
        assertThat(List.of(
                        "IN_PROGRESS", "STOP_REQUESTED", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL", "SUCCESSFUL"))
                .map(now -> STOP.effect(STOP.before(), now))
                .containsExactly(Effect.NONE, Effect.DONE, Effect.DONE, Effect.DONE, Effect.OTHER);
    }
}
