package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.at;
import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.incident;
import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.nothing;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Diagnosis;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoiningTest {
    private static final String LABEL = "secrets.not_found";
    private static final Diagnosis DB = diagnosis(service("api"), LABEL, secretGone("prod/db"));
    private static final Diagnosis KEY = diagnosis(service("api"), LABEL, secretGone("prod/key"));
    private static final Diagnosis UNSEEN = diagnosis(service("api"), LABEL, nothing());
    private static final Fingerprint OF_DB = Fingerprint.ofCause(DB).orElseThrow();

    @Test
    void failure_ofAKnownCause_joins() {
        Incident known = incident("i-1", 0, DB);
        assertThat(Joining.of(at(1, DB), DB, Optional.of(known), Optional.empty()))
                .isEqualTo(new Joining.Joins(known, OF_DB));
    }

    @Test
    void failure_ofAnotherCause_opensItsOwn_thoughTheMessageIsAlike() {
        Incident known = incident("i-1", 0, DB);
        assertThat(Joining.of(at(1, KEY), KEY, Optional.empty(), Optional.of(known)))
                .isEqualTo(new Joining.Opens(Fingerprint.ofCause(KEY).orElseThrow()));
    }

    @Test
    void failure_thatIsExplainedAtLast_givesTheIncidentItsCause() {
        Incident unexplained = incident("i-1", 0, UNSEEN);
        assertThat(Joining.of(at(1, DB), DB, Optional.empty(), Optional.of(unexplained)))
                .isEqualTo(new Joining.Joins(unexplained, OF_DB));
    }

    @Test
    void failure_thatCouldNotBeExplainedThisTime_joinsByItsMessage() {
        Incident known = incident("i-1", 0, DB);
        assertThat(Joining.of(at(1, UNSEEN), UNSEEN, Optional.empty(), Optional.of(known)))
                .isEqualTo(new Joining.Joins(known, OF_DB));
    }

    @Test
    void failure_afterTheEnd_opensAnew_andBeforeIt_belongsToTheOldOne() {
        Incident over = incident("i-1", 0, DB).observed(Map.of("service/prod/api", Optional.empty()), minute(30));
        assertThat(over.state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(Joining.of(at(31, DB), DB, Optional.of(over), Optional.of(over)))
                .isEqualTo(new Joining.Opens(OF_DB));
        assertThat(Joining.of(at(29, DB), DB, Optional.of(over), Optional.of(over)))
                .isEqualTo(new Joining.Joins(over, OF_DB));
    }

    @Test
    void failure_ofAServiceThatAnEndedIncidentDidNotHit_opensAnew_howeverLateItIsHeardOf() {
        Incident over = incident("i-1", 0, diagnosis(service("web"), LABEL, natGone("nat-0aa1")))
                .observed(Map.of("service/prod/web", Optional.empty()), minute(30));
        Diagnosis mine = diagnosis(service("api"), LABEL, natGone("nat-0aa1"));
        assertThat(Joining.of(at(29, mine), mine, Optional.of(over), Optional.empty()))
                .isEqualTo(new Joining.Opens(over.fingerprint()));
    }

    @Test
    void failure_ofASharedCause_joinsTheOtherServices() {
        Incident known = incident("i-1", 0, diagnosis(service("web"), LABEL, natGone("nat-0aa1")));
        Diagnosis mine = diagnosis(service("api"), LABEL, natGone("nat-0aa1"));
        assertThat(Joining.of(at(1, mine), mine, Optional.of(known), Optional.empty()))
                .isEqualTo(new Joining.Joins(known, known.fingerprint()));
    }

    @Test
    void failure_ofNothingKnown_opensByItsMessage() {
        assertThat(Joining.of(at(1, UNSEEN, "prod/db"), UNSEEN, Optional.empty(), Optional.empty()))
                .isEqualTo(new Joining.Opens(
                        Fingerprint.ofSymptom(at(1, UNSEEN, "prod/db").symptom())));
    }
}
