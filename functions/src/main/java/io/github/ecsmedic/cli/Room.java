package io.github.ecsmedic.cli;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.treat.Mending;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * With what a fix is applied from a shell.
 *
 * @param table the name of the incident table, or {@code ""}: then nothing is remembered but by this run
 * @param person the ARN of whoever is at the shell
 */
record Room(Means means, String region, String table, Ledger ledger, FixSettings settings, String person) {
    /** Without an installation nothing but the account's own trail tells what was done. */
    private static final AuditLog NO_INSTALLATION = new AuditLog() {
        @Override
        public void append(List<AuditRecord> records) {
            // nobody would ever read it
        }

        @Override
        public Copy records(String place) {
            return new Copy(List.of(), 0);
        }
    };

    static final Plans PLANS = new Plans(Catalogue.full().fixes());

    /**
     * Opens it.
     *
     * @throws Mistake when the settings are wrong, or it is not known whose credentials these are
     */
    static Room open(Means means, String region, String table, Console console) {
        FixSettings settings;
        try {
            settings = FixSettings.read(console.environment());
        } catch (IllegalStateException e) {
            throw Mistake.usage(String.valueOf(e.getMessage()));
        }
        String person = switch (means.caller(region)) {
            case Answer.Known<String>(String arn, String _) -> arn;
            case Answer.Unknown<String> unknown ->
                throw Mistake.account("whose credentials these are is not known: " + unknown.why());
        };
        return new Room(
                means,
                region,
                table,
                table.isEmpty() ? new MemoryLedger() : means.ledger(region, table),
                settings,
                person);
    }

    boolean remembers() {
        return !table.isEmpty();
    }

    /** Whoever has typed it, with credentials that may do it, has allowed it. */
    Standing standing(Set<String> people) {
        return Standing.of(settings).byHand(people);
    }

    Mending mending(String account, Standing standing) {
        return new Mending(
                PLANS,
                standing,
                means.outlook(region, settings.calendars()),
                means.hand(account, region),
                remembers() ? means.audit(region, settings.auditLog()) : NO_INSTALLATION);
    }

    boolean twoNeeded(Plan plan) {
        return !standing(Set.of()).enough(plan, 1);
    }

    Instant now() {
        return means.clock().instant();
    }
}
