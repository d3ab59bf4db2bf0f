package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogTail;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    @Test
    void lines_withheld_areNeitherListedNorQuoted() {
        Diagnosis d = LogLines.withheld(Diagnoses.crash());
        assertThat(d.log()).isEqualTo(new LogTail("/ecs/api", "api/web/3f1c2a9be47d4f0c8a6b5d1e9f203a44", List.of()));
        assertThat(d.causes().getFirst().summary())
                .isEqualTo("Container web of api:42 ended by itself with exit code 1: [log line withheld]");
        assertThat(d.causes().getFirst().evidence().get(1).fact())
                .isEqualTo("its last lines end with [log line withheld]");
        for (String sink : List.of(
                DiagnosisJson.of(d), SnsMessage.of(d, MessageOptions.DEFAULT).message())) {
            assertThat(sink).doesNotContain("migration 0042").doesNotContain("does not exist");
        }
    }

    @Test
    void names_fromTheLog_stay() {
        Diagnosis d = LogLines.withheld(Diagnoses.missingConfiguration());
        assertThat(d.causes().getFirst().summary())
                .isEqualTo(Diagnoses.missingConfiguration().causes().getFirst().summary());
    }

    @Test
    void diagnosis_withoutLog_isUnchanged() {
        assertThat(LogLines.withheld(Diagnoses.noRoute())).isEqualTo(Diagnoses.noRoute());
    }
}
