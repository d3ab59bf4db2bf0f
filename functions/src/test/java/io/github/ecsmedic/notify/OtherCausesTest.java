package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherCausesTest {
    private static final Cause FIRST = cause("dns.first", Certainty.PROVEN);
    private static final Cause SECOND = cause("dns.second", Certainty.PROVEN);
    private static final Cause THIRD = cause("dns.third", Certainty.PROBABLE);

    @Test
    void causes_asSureAsTheFirst_areSaidToBeSo() {
        assertThat(OtherCauses.of(diagnosis(FIRST, SECOND, THIRD)))
                .isEqualTo(new OtherCauses(
                        "Equally proven",
                        List.of("dns.second (proven): it is dns.second, by the same evidence"),
                        List.of("dns.third (probable): it is dns.third, by the same evidence")));
    }

    @Test
    void causes_lessSure_areNoEquals() {
        assertThat(OtherCauses.of(diagnosis(FIRST, THIRD)))
                .isEqualTo(new OtherCauses(
                        "Equally proven",
                        List.of(),
                        List.of("dns.third (probable): it is dns.third, by the same evidence")));
    }

    @Test
    void causes_twoProbable_areEquallyProbable() {
        assertThat(OtherCauses.of(diagnosis(THIRD, THIRD)).heading()).isEqualTo("Equally probable");
    }

    @Test
    void messages_ofTwoProvenCauses_sayThatTheyAreEqual() {
        Diagnosis d = diagnosis(FIRST, SECOND);

        assertThat(SlackMessage.of(d, MessageOptions.DEFAULT))
                .contains("Equally proven")
                .doesNotContain("Also a cause");
        assertThat(MailText.told(d, Story.NONE)).contains("Equally proven\n").doesNotContain("Also a cause");
    }

    @Test
    void messages_ofAProvenAndAProbableCause_sayThatItIsAnother() {
        Diagnosis d = diagnosis(FIRST, THIRD);

        assertThat(SlackMessage.of(d, MessageOptions.DEFAULT))
                .contains("Also a cause")
                .doesNotContain("Equally");
        assertThat(MailText.told(d, Story.NONE)).contains("Also a cause\n").doesNotContain("Equally");
    }

    @Test
    void cause_whoseSummaryIsItsEvidence_isSaidOnce() {
        Cause said = new Cause(
                "capacity.provider",
                Certainty.PROVEN,
                "the group is full",
                Resources.NONE,
                List.of(
                        new Evidence("the group is full", "autoscaling:Asked"),
                        new Evidence("a fact", "ec2:Asked"),
                        new Evidence("another", "ec2:Asked")));

        assertThat(OtherCauses.of(diagnosis(FIRST, said)).equal())
                .containsExactly(
                        "capacity.provider (proven): the group is full (autoscaling:Asked). another (ec2:Asked)");
    }

    private static Diagnosis diagnosis(Cause... causes) {
        return new Diagnoses.Draft(Diagnoses.crash().subject(), "image_pull.network_timeout")
                .cause(causes)
                .done();
    }

    private static Cause cause(String id, Certainty certainty) {
        return new Cause(id, certainty, "it is " + id, Resources.NONE, List.of(new Evidence("a fact", "ec2:Asked")));
    }
}
