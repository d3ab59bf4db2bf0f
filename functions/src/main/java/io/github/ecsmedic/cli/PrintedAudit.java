package io.github.ecsmedic.cli;

import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.AuditRecord.Phase;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.incident.LedgerException;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The second place of the audit where no installation is: what is printed, before a request is sent and after it. The
 * first one is the memory of this run.
 */
record PrintedAudit(PrintStream to) implements AuditLog {
    @Override
    public void append(List<AuditRecord> records) {
        records.forEach(record -> to.println("audit " + record.sequence() + ": "
                + record.at().truncatedTo(ChronoUnit.SECONDS) + " " + says(record)));
        if (to.checkError()) {
            throw new LedgerException("it could not be printed");
        }
    }

    @Override
    public Copy records(String place) {
        throw new LedgerException("what was printed cannot be read back");
    }

    private static String says(AuditRecord record) {
        return switch (record.phase()) {
            case Phase.Intent() ->
                record.attempt().wantedBy() + " sends " + record.attempt().action() + ": "
                        + Shell.join(record.attempt().argv());
            case Phase.Outcome(long of, Word word, String why) ->
                "what became of " + of + ": " + word.text() + (why.isEmpty() ? "" : " (" + why + ")");
        };
    }
}
