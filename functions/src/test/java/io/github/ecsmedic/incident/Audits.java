package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.minute;

import io.github.ecsmedic.incident.AuditRecord.Phase;
import io.github.ecsmedic.incident.AuditRecord.Word;
import java.util.ArrayList;
import java.util.List;

/** Audits to test with. */
public final class Audits {
    public static final String PLACE = "111122223333/us-east-1";

    private Audits() {}

    public static Attempt attempt(String incident, String seen) {
        return new Attempt(
                "service/prod/api",
                incident,
                "enable-vpc-dns",
                "0011223344556677",
                false,
                List.of("U0AAA1111"),
                "ec2:ModifyVpcAttribute",
                List.of("aws", "ec2", "modify-vpc-attribute", "--vpc-id", "vpc-0aa1", "--enable-dns-support", ""),
                seen);
    }

    public static AuditHead head(AuditRecord last, long copied) {
        return new AuditHead(last.place(), last.sequence(), last.hash(), copied);
    }

    public static AuditRecord first() {
        return AuditRecord.after(AuditHead.none(PLACE), attempt("i-1", "false"), new Phase.Intent(), minute(1));
    }

    public static AuditRecord outcome(AuditRecord intent, AuditRecord last, Word word) {
        return AuditRecord.after(
                head(last, 0),
                intent.attempt(),
                new Phase.Outcome(intent.sequence(), word, "a \"reason\"\n"),
                minute(2));
    }

    public static AuditRecord intent(AuditRecord last, String incident) {
        return AuditRecord.after(head(last, 0), attempt(incident, "false"), new Phase.Intent(), minute(3));
    }

    /** Intents and outcomes by turns, {@code records} of them. */
    public static List<AuditRecord> chain(int records) {
        List<AuditRecord> chain = new ArrayList<>(List.of(first()));
        while (chain.size() < records) {
            AuditRecord last = chain.getLast();
            chain.add(last.intent() ? outcome(last, last, Word.DONE) : intent(last, "i-" + chain.size()));
        }
        return chain;
    }
}
