package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {
    @ParameterizedTest
    @CsvSource({
        "image_pull.not_found, FAILURE, api, CRITICAL",
        "image_pull.not_found, FAILURE, '', WARNING",
        "deployment.circuit_breaker, FAILURE, api, CRITICAL",
        "app.command_not_found, FAILURE, api, CRITICAL",
        "app.exit_nonzero, FAILURE, api, WARNING",
        "health.container, FAILURE, api, WARNING",
        "app.exit_zero, JUDGE, api, WARNING",
        "host.spot, EXPECTED, api, INFO",
        "lifecycle.steady_state, BENIGN, api, INFO"
    })
    void severity_ofDiagnosis_followsLabelAndService(
            String label, AlertClass alert, String service, Severity severity) {
        Subject subject = new Subject("111122223333", "us-east-1", "prod", service, "", "");
        assertThat(Severity.of(new Diagnoses.Draft(subject, label).done(alert))).isEqualTo(severity);
    }
}
