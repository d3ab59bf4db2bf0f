package io.github.ecsmedic.handler;

import static io.github.ecsmedic.handler.Ills.ANEW;
import static io.github.ecsmedic.handler.Ills.DNS;
import static io.github.ecsmedic.incident.Seen.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.OwnerTags;
import io.github.ecsmedic.treat.Wishes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WishesTest {
    private static final Wishes WISHES = new Wishes(Ills.PLANS, Ills.standing(false));

    private static Incident ill(Cause cause, Map<String, String> tags) {
        return Seen.incident("i-1", 0, Seen.tagged(Ills.diagnosis(cause, 1), OwnerTags.of(tags)));
    }

    private static Incident dnsOff() {
        return ill(Ills.dnsOff(), Map.of());
    }

    private static String plan(Incident incident, String fix) {
        return Ills.PLANS.of(incident, fix).orElseThrow().hash();
    }

    private static Optional<Treatment> last(Incident incident) {
        return incident.treatments().isEmpty()
                ? Optional.empty()
                : Optional.of(incident.treatments().getLast());
    }

    @Test
    void plan_ofTheSameIncident_isTheSame_ofAnotherDeploymentAnother() {
        Incident one = ill(Ills.digestGone(), Map.of());
        Incident other = Seen.incident("i-1", 0, Ills.diagnosis(Ills.digestGone(), 2));
        assertThat(plan(one, ANEW)).isEqualTo(plan(one, ANEW)).isNotEqualTo(plan(other, ANEW));
    }

    @Test
    void fix_thatIsListedInModeAuto_isWanted() {
        Incident incident = ill(Ills.digestGone(), Ills.OPTED_IN);
        assertThat(last(WISHES.listed(incident, minute(1))))
                .isEqualTo(Ills.PLANS.wanted(incident, ANEW, List.of(), minute(1)));
    }

    @Test
    void fix_thatIsNotListed_orNotOfModeAuto_orOfTheNetwork_isNot() {
        for (Map<String, String> tags : List.of(
                Map.<String, String>of(),
                Map.of(OptIn.MODE_TAG, "auto"),
                Map.of(OptIn.MODE_TAG, "approve", OptIn.FIXES_TAG, ANEW),
                Map.of(OptIn.MODE_TAG, "auto", OptIn.FIXES_TAG, "create-log-group"))) {
            Incident incident = ill(Ills.digestGone(), tags);
            assertThat(WISHES.listed(incident, minute(1))).as(tags.toString()).isEqualTo(incident);
        }
        Incident network = ill(Ills.dnsOff(), Map.of(OptIn.MODE_TAG, "auto", OptIn.FIXES_TAG, DNS));
        assertThat(WISHES.listed(network, minute(1))).isEqualTo(network);
        Incident unread = Seen.incident("i-1", 0, Ills.diagnosis(Ills.digestGone(), 1));
        assertThat(WISHES.listed(unread, minute(1))).isEqualTo(unread);
        assertThat(Wishes.NONE
                        .listed(ill(Ills.digestGone(), Ills.OPTED_IN), minute(1))
                        .treatments())
                .isEmpty();
    }

    @Test
    void fix_ofAnotherAccount_isNeverWanted() {
        Incident incident = ill(Ills.digestGone(), Ills.OPTED_IN);
        Wishes ofHome = new Wishes(new Plans(Ills.PLANS.fixes(), "444455556666"), Ills.standing(false));

        assertThat(ofHome.listed(incident, minute(1))).isEqualTo(incident);
        assertThat(ofHome.plans().runnable(incident)).isEmpty();
        assertThat(last(ofHome.allowed(incident, "U0AAA1111", plan(incident, ANEW), minute(1), minute(1)))
                        .orElseThrow()
                        .why())
                .isEqualTo("it happened in account 111122223333, and fixes are applied in account 444455556666 alone");
        Wishes own = new Wishes(new Plans(Ills.PLANS.fixes(), "111122223333"), Ills.standing(false));
        assertThat(last(own.listed(incident, minute(1)))).isPresent();
    }

    @Test
    void fix_thatAGuardRefused_isWantedAgainLater_oneThatFailedIsNot() {
        Incident incident = WISHES.listed(ill(Ills.digestGone(), Ills.OPTED_IN), minute(1));
        Treatment wish = last(incident).orElseThrow();
        Incident refused = incident.treated(wish.to(State.REFUSED, "not now", minute(2)));
        assertThat(WISHES.listed(refused, minute(11))).isEqualTo(refused);
        assertThat(last(WISHES.listed(refused, minute(12))))
                .map(Treatment::state)
                .contains(State.WANTED);
        Incident failed = incident.treated(wish.to(State.FAILED, "denied", minute(2)));
        assertThat(WISHES.listed(failed, minute(99))).isEqualTo(failed);
        assertThat(WISHES.listed(incident, minute(99))).isEqualTo(incident);
    }

    @Test
    void approval_ofTwo_waitsForTheSecond_andCountsEachOnce() {
        Incident incident = dnsOff();
        String plan = plan(incident, DNS);
        Incident one = WISHES.allowed(incident, "U1", plan, minute(1), minute(1));
        assertThat(last(one).orElseThrow().why()).isEqualTo("one more person has to allow it");
        assertThat(WISHES.allowed(one, "U1", plan, minute(2), minute(2))).isEqualTo(one);
        Treatment two =
                last(WISHES.allowed(one, "U2", plan, minute(3), minute(3))).orElseThrow();
        assertThat(two.people()).containsExactly("U1", "U2");
        assertThat(two.why()).isEmpty();
        assertThat(two.state()).isEqualTo(State.WANTED);
    }

    @Test
    void approval_bySomebodyElse_orTooLate_orOfAnotherPlan_isRefusedAndKept() {
        Incident incident = dnsOff();
        String plan = plan(incident, DNS);
        assertThat(refusal(WISHES.allowed(incident, "U9", plan, minute(1), minute(1))))
                .isEqualTo("U9 is not among those who may allow it");
        Instant late = minute(31).plusMillis(1);
        assertThat(refusal(WISHES.allowed(incident, "U1", plan, minute(1), late)))
                .isEqualTo("it was allowed more than 30 minutes ago");
        assertThat(refusal(WISHES.allowed(incident, "U1", "0123456789abcdef", minute(1), minute(1))))
                .isEqualTo("what is known of the fault has changed since");
        assertThat(refusal(Wishes.NONE.allowed(incident, "U1", plan, minute(1), minute(1))))
                .isEqualTo("fixes are not enabled here");
    }

    private static String refusal(Incident incident) {
        Treatment t = last(incident).orElseThrow();
        assertThat(t.state()).isEqualTo(State.REFUSED);
        return t.why();
    }

    @Test
    void approval_ofWhatIsUnderWay_changesNothing() {
        Incident incident = WISHES.allowed(dnsOff(), "U1", plan(dnsOff(), DNS), minute(1), minute(1));
        Treatment wish = last(incident).orElseThrow();
        Incident acting = incident.treated(wish.acting("false", minute(2)));
        assertThat(WISHES.allowed(acting, "U2", wish.plan(), minute(2), minute(2)))
                .isEqualTo(acting);
    }

    @Test
    void strangersWord_doesNotSpoilTheFirstPersons() {
        Incident incident = WISHES.allowed(dnsOff(), "U1", plan(dnsOff(), DNS), minute(1), minute(1));
        assertThat(WISHES.allowed(incident, "U9", plan(dnsOff(), DNS), minute(2), minute(2)))
                .isEqualTo(incident);
    }
}
