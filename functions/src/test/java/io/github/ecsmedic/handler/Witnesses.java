package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.AuditChain;
import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.AuditRecord.Phase;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.MemoryAuditLog;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * The audit's second place, which holds every request that is sent against the audit: it has exactly one record before it,
 * in both places, and exactly one after it.
 */
final class Witnesses implements AuditLog {
    private static final String PLACE = "111122223333/us-east-1";

    private final MemoryAuditLog log = new MemoryAuditLog();
    private final Set<Long> sent = new TreeSet<>();
    private final Ledger ledger;
    private final BooleanSupplier fails;

    /** {@code fails} is asked at each append. */
    Witnesses(Ledger ledger, BooleanSupplier fails) {
        this.ledger = ledger;
        this.fails = fails;
    }

    @Override
    public void append(List<AuditRecord> records) {
        if (fails.getAsBoolean()) {
            throw new LedgerException("the log group is out of reach");
        }
        log.append(records);
    }

    @Override
    public Copy records(String place) {
        return log.records(place);
    }

    void sends(Request request) {
        List<AuditRecord> last = ledger.audit(PLACE, 1);
        assertThat(last).as("a record before %s", request).isNotEmpty();
        AuditRecord before = last.getFirst();
        assertThat(before.intent()).as("an intent before %s", request).isTrue();
        assertThat(before.attempt().argv()).isEqualTo(request.argv());
        assertThat(log.records(PLACE).records())
                .as("the intent in the second place before %s", request)
                .contains(before);
        assertThat(sent.add(before.sequence()))
                .as("an intent of its own before %s", request)
                .isTrue();
    }

    /** When all is over. */
    void check() {
        AuditChain chain = AuditChain.of(ledger, log, PLACE);
        assertThat(chain.faults()).as("the audit").isEmpty();
        assertThat(chain.open()).as("intents without an outcome").isEmpty();
        assertThat(chain.head().lag()).as("records that were not copied").isZero();
        Set<Long> never = new TreeSet<>();
        Set<Long> answered = new TreeSet<>();
        chain.table().forEach(record -> {
            if (record.phase() instanceof Phase.Outcome(long of, Word word, String _)) {
                switch (word) {
                    case NOT_SENT -> never.add(of);
                    case DONE, REFUSED -> answered.add(of);
                    case FOUND_DONE, FOUND_NOT_DONE, UNKNOWN -> {}
                }
            }
        });
        assertThat(sent).as("sent, and called not sent").noneMatch(never::contains);
        assertThat(sent).as("what was answered was sent").containsAll(answered);
    }
}
