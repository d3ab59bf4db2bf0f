package io.github.ecsmedic.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Remedy.Decision;
import io.github.ecsmedic.model.Remedy.Tier;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemediesTest {
    private static final Subject SUBJECT = new Subject("111122223333", "us-east-1", "shop", "orders", "", "");
    private static final Cause FIRST = cause("app.first", Certainty.PROVEN);
    private static final Cause SECOND = cause("app.second", Certainty.PROVEN);

    @Test
    void fixes_ofASecondProvenCause_followThoseOfTheFirst() {
        assertThat(remedies(
                        List.of(FIRST, SECOND),
                        new Made("of-second", "app.second", Map.of()),
                        new Made("of-first", "app.first", Map.of())))
                .containsExactly(proposed("of-first", FIRST), proposed("of-second", SECOND));
    }

    @Test
    void fixes_ofASecondCauseThatIsOnlyProbable_areNotOffered() {
        assertThat(remedies(
                        List.of(FIRST, cause("app.second", Certainty.PROBABLE)),
                        new Made("of-second", "app.second", Map.of())))
                .isEmpty();
    }

    @Test
    void fix_ofAFirstCauseThatIsOnlyProbable_isOfferedOneTierLower() {
        Cause probable = cause("app.first", Certainty.PROBABLE);

        assertThat(remedies(List.of(probable), new Made("of-first", "app.first", Map.of())))
                .containsExactly(new Remedy("of-first", Tier.APPROVAL, Decision.PROPOSED, "for app.first", command()));
    }

    @Test
    void fix_ofBoth_standsOnceAsTheFirstNeedsIt() {
        assertThat(remedies(List.of(FIRST, SECOND), new Made("of-both", "app.first app.second", Map.of())))
                .containsExactly(proposed("of-both", FIRST));
    }

    @Test
    void refusal_ofTheFirstCause_winsOverTheSecondsProposal() {
        assertThat(remedies(List.of(FIRST, SECOND), new Made("harms", "app.second", Map.of("app.first", "it harms"))))
                .containsExactly(refused("harms", "it harms"));
    }

    @Test
    void refusal_ofTheSecondCause_doesNotTakeTheFirstsProposalAway() {
        assertThat(remedies(List.of(FIRST, SECOND), new Made("helps", "app.first", Map.of("app.second", "it harms"))))
                .containsExactly(proposed("helps", FIRST));
    }

    @Test
    void refusals_whosesoever_standLast() {
        assertThat(remedies(
                        List.of(FIRST, SECOND),
                        new Made("harms", "", Map.of("app.first", "it harms")),
                        new Made("of-second", "app.second", Map.of())))
                .containsExactly(proposed("of-second", SECOND), refused("harms", "it harms"));
    }

    private static List<Remedy> remedies(List<Cause> causes, Fix... fixes) {
        return Remedies.of(causes, List.of(fixes), new Declared(SUBJECT, FakeAccount.small()));
    }

    private static Cause cause(String id, Certainty certainty) {
        return new Cause(id, certainty, id + " it is", Resources.NONE, List.of());
    }

    private static Remedy proposed(String id, Cause cause) {
        return new Remedy(id, Tier.AUTOMATIC, Decision.PROPOSED, "for " + cause.id(), command());
    }

    private static Remedy refused(String id, String why) {
        return new Remedy(id, Tier.AUTOMATIC, Decision.REFUSED, why, List.of());
    }

    private static List<Remedy.Command> command() {
        return List.of(new Remedy.Command("aws ecs mend", "ecs:Mend", ""));
    }

    /** A fix for the causes named in {@code cures}, separated by a space. */
    private record Made(String id, String cures, Map<String, String> harmfulFor) implements Fix {
        @Override
        public String says() {
            return id;
        }

        @Override
        public Tier tier() {
            return Tier.AUTOMATIC;
        }

        @Override
        public Set<String> answers() {
            return cures.isEmpty() ? Set.of() : Set.of(cures.split(" "));
        }

        @Override
        public List<Step> plan(Cause cause, Subject subject) {
            return List.of(new Step.ByHand("ecs:Mend", List.of("aws", "ecs", "mend"), List.of()));
        }

        @Override
        public String caution(Cause cause, Subject subject) {
            return "for " + cause.id();
        }
    }
}
