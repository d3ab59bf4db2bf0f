package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.incident.Audits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTextTest {
    private static final AuditRecord FIRST = Audits.first();

    @Test
    void intent_written_isReadAsItWas() {
        assertThat(AuditText.read(AuditText.of(FIRST))).contains(FIRST);
        assertThat(FIRST.sound()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void outcome_written_isReadAsItWas(Word word) {
        AuditRecord outcome = Audits.outcome(FIRST, FIRST, word);
        assertThat(AuditText.read(AuditText.of(outcome))).contains(outcome);
    }

    @Test
    void line_ofARecord_isOneLine() {
        assertThat(AuditText.of(Audits.outcome(FIRST, FIRST, Word.DONE))).doesNotContain("\n");
    }

    @Test
    void record_whoseContentWasAltered_isReadAndUnsound() {
        String altered = AuditText.of(FIRST).replace("vpc-0aa1", "vpc-0bb2");
        assertThat(AuditText.read(altered))
                .hasValueSatisfying(record -> assertThat(record.sound()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a line", "[]", "{}", "{\"sequence\": 1}", "{\"place\": "})
    void line_thatIsNoRecord_isNone(String line) {
        assertThat(AuditText.read(line)).isEmpty();
    }
}
