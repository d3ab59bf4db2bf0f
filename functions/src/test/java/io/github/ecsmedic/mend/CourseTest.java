package io.github.ecsmedic.mend;

import static io.github.ecsmedic.mend.Situation.known;
import static io.github.ecsmedic.mend.Situation.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Hand.Sent;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final Instant NOW = Situation.NOW;
    private static final Instant LATER = NOW.plus(Duration.ofSeconds(2));
    private static final Request SUPPORT = new VpcAttribute("us-east-1", "vpc-0aa1", "enableDnsSupport", true);
    private static final Request ANEW = new ServiceUpdate("us-east-1", "prod", "api", null, new NewDeployment());
    private static final Treatment WANTED = Situation.wanted("enable-vpc-dns", "U1");
    private static final Treatment ACTING = WANTED.acting("false", NOW);

    @Test
    void intent_keepsTheValueBeforeTheRequest() {
        assertThat(Course.intent(WANTED, SUPPORT, known("false"), NOW)).isEqualTo(ACTING);
        assertThat(ACTING.done()).isZero();
    }

    @Test
    void intent_ofWhatIsDoneAlready_skips() {
        assertThat(Course.intent(WANTED, SUPPORT, known("true"), NOW).state()).isEqualTo(State.SKIPPED);
    }

    @Test
    void intent_ofWhatIsNotAsItWas_orNotKnown_refuses() {
        assertThat(Course.intent(WANTED, SUPPORT, known("other"), NOW))
                .isEqualTo(WANTED.to(State.REFUSED, "what it would change is no longer as it was", NOW));
        assertThat(Course.intent(WANTED, SUPPORT, unknown(), NOW))
                .isEqualTo(
                        WANTED.to(State.REFUSED, "what it would change could not be read (AccessDenied: a read)", NOW));
    }

    @Test
    void act_onlyOnTheValueOfTheIntent() {
        assertThat(Course.unchanged(ACTING, known("false"))).isTrue();
        assertThat(Course.unchanged(ACTING, known("true"))).isFalse();
        assertThat(Course.unchanged(ACTING, unknown())).isFalse();
    }

    @Test
    void answer_ofTheLastRequest_isDone_ofAnEarlierOne_wantsTheNext() {
        assertThat(Course.answered(ACTING, new Sent.Done(""), 1, LATER).state()).isEqualTo(State.ACTED);
        Treatment half = Course.answered(ACTING, new Sent.Done(""), 2, LATER);
        assertThat(half.state()).isEqualTo(State.WANTED);
        assertThat(half.done()).isEqualTo(1);
        assertThat(half.acting("false", LATER).done()).isEqualTo(1);
    }

    @Test
    void refusal_thatMayPass_isTriedOnceMore_anotherEndsIt() {
        Treatment again = Course.answered(ACTING, new Sent.Refused("Throttled", true), 1, LATER);
        assertThat(again.state()).isEqualTo(State.WANTED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.done()).isZero();
        assertThat(Course.answered(again.acting("false", LATER), new Sent.Refused("Throttled", true), 1, LATER)
                        .state())
                .isEqualTo(State.FAILED);
        assertThat(Course.answered(ACTING, new Sent.Refused("AccessDenied", false), 1, LATER))
                .isEqualTo(ACTING.notDone(State.FAILED, "AccessDenied", LATER));
    }

    @Test
    void lostAnswer_isLookedAtOnlyOnceItHasSettled() {
        assertThat(Course.answered(ACTING, new Sent.Unknown("time"), 1, LATER)).isEqualTo(ACTING);
        assertThat(Course.settled(ACTING, NOW.plus(Duration.ofSeconds(59)))).isFalse();
        assertThat(Course.settled(ACTING, NOW.plus(Duration.ofSeconds(60)))).isTrue();
    }

    @Test
    void recovered_seesWhetherItWasDone() {
        assertThat(Course.recovered(ACTING, SUPPORT, known("true"), 1, LATER).state())
                .isEqualTo(State.ACTED);
        assertThat(Course.recovered(ACTING, SUPPORT, known("other"), 1, LATER).state())
                .isEqualTo(State.UNKNOWN);
        assertThat(Course.recovered(ACTING, SUPPORT, unknown(), 1, LATER)).isEqualTo(ACTING);
        Treatment again = Course.recovered(ACTING, SUPPORT, known("false"), 1, LATER);
        assertThat(again.state()).isEqualTo(State.WANTED);
        assertThat(Course.recovered(again.acting("false", LATER), SUPPORT, known("false"), 1, LATER)
                        .state())
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void begun_isWhatWasDeployedSinceTheIntent_alsoWhereEcsTookItBack() {
        assertThat(Course.begun(ACTING, deployed("ROLLBACK_SUCCESSFUL", LATER))).isEqualTo(known(true));
        assertThat(Course.begun(ACTING, deployed("IN_PROGRESS", null))).isEqualTo(known(true));
        assertThat(Course.begun(ACTING, deployed("SUCCESSFUL", NOW.minus(Duration.ofHours(1)))))
                .isEqualTo(known(false));
        assertThat(Course.begun(ACTING, unknown())).isEqualTo(unknown());
    }

    private static Answer<List<Listed>> deployed(String status, @Nullable Instant created) {
        return known(List.of(new Listed("d2", status, "revision-2", created)));
    }

    @Test
    void recoveredDeployment_isKnownByItsId() {
        Treatment acting = WANTED.acting("ecs-svc/1", NOW);

        assertThat(Course.recovered(acting, ANEW, known("ecs-svc/2"), 1, LATER).started())
                .containsExactly("ecs-svc/2");
    }
}
