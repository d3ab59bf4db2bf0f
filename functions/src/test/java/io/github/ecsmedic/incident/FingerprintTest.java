package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.nothing;
import static io.github.ecsmedic.incident.Seen.oneOff;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static io.github.ecsmedic.incident.Seen.symptom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String LABEL = "secrets.not_found";

    @Test
    void cause_ofOneService_isKeyedByServiceCauseAndObject() {
        assertThat(Fingerprint.ofCause(diagnosis(service("api"), LABEL, secretGone("prod/db"))))
                .contains(new Fingerprint(
                        "111122223333", "us-east-1", "service/prod/api", "cause:secret.not_found prod/db"));
    }

    @Test
    void cause_ofAnotherRevision_isTheSame() {
        Subject later = new Subject("111122223333", "us-east-1", "prod", "api", "task-2", "api:8");
        assertThat(Fingerprint.ofCause(diagnosis(later, LABEL, secretGone("prod/db"))))
                .isEqualTo(Fingerprint.ofCause(diagnosis(service("api"), LABEL, secretGone("prod/db"))));
    }

    @Test
    void cause_ofAnotherObjectOrService_isAnother() {
        Optional<Fingerprint> one = Fingerprint.ofCause(diagnosis(service("api"), LABEL, secretGone("prod/db")));
        assertThat(one)
                .isNotEqualTo(Fingerprint.ofCause(diagnosis(service("api"), LABEL, secretGone("prod/key"))))
                .isNotEqualTo(Fingerprint.ofCause(diagnosis(service("web"), LABEL, secretGone("prod/db"))));
    }

    @Test
    void cause_thatServicesShare_isKeyedByItsObjectAlone() {
        Optional<Fingerprint> one = Fingerprint.ofCause(diagnosis(service("api"), LABEL, natGone("nat-0aa1")));
        assertThat(one)
                .contains(new Fingerprint(
                        "111122223333", "us-east-1", "shared", "cause:network.nat_unavailable nat-0aa1"))
                .isEqualTo(Fingerprint.ofCause(diagnosis(oneOff("job"), "other.label", natGone("nat-0aa1"))))
                .isNotEqualTo(Fingerprint.ofCause(diagnosis(service("api"), LABEL, natGone("nat-0bb2"))));
    }

    @Test
    void cause_thatIsOnlyProbable_isSharedWithNobody() {
        Cause sure = natGone("nat-0aa1");
        Diagnosis unsure = diagnosis(
                service("api"),
                LABEL,
                new Cause(
                        sure.id(),
                        Certainty.PROBABLE,
                        sure.summary(),
                        sure.resources(),
                        Resources.of("nat-gateway", "nat-0aa1"),
                        List.of()));
        assertThat(Fingerprint.ofCause(unsure))
                .contains(new Fingerprint(
                        "111122223333", "us-east-1", "service/prod/api", "cause:network.nat_unavailable"));
    }

    @Test
    void failure_thatNothingExplains_isKeyedByItsMessage() {
        Diagnosis unexplained = diagnosis(oneOff("job"), LABEL, nothing());
        assertThat(Fingerprint.ofCause(unexplained)).isEmpty();
        assertThat(Fingerprint.ofSymptom(symptom(unexplained, "prod/db")))
                .isEqualTo(new Fingerprint(
                        "111122223333", "us-east-1", "family/prod/job", "label:secrets.not_found prod/db"));
    }
}
