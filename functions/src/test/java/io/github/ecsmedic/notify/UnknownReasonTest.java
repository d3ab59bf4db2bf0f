package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogTail;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownReasonTest {
    private static Diagnosis saying(String message) {
        return new Diagnosis(
                Seen.service("api"),
                "unknown",
                AlertClass.FAILURE,
                message,
                Seen.START,
                Diagnosis.Capacity.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Diagnosis.Looked.NONE,
                List.of(),
                LogTail.NONE,
                List.of(),
                List.of(),
                Diagnosis.Cost.NONE);
    }

    @Test
    void reason_withASecret_isKeptWithoutIt() {
        assertThat(UnknownReason.of(saying("gave up\non password=correct-horse-battery")))
                .isEqualTo("gave up on password=[hidden]");
    }

    @Test
    void reason_thatIsLong_isCutAfterItsSecretsAreHidden() {
        String kept = UnknownReason.of(saying("x ".repeat(140) + "password=correct-horse-battery " + "y ".repeat(99)));
        assertThat(kept).hasSize(300).endsWith(" … (cut)").doesNotContain("correct");
    }
}
