package io.github.ecsmedic.cli;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.treat.Mending;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Set;

/**
 * With what a fix is applied from a shell.
 *
 * @param table the name of the incident table, or {@code ""}: then nothing is remembered but by this run
 * @param person the ARN of whoever is at the shell; {@code ""} where it does not matter
 */
record Room(Means means, String region, String table, Ledger ledger, FixSettings settings, String person) {
    /** Why nothing is sent with a table and without its log group. */
    static final String NO_AUDIT_LOG =
            "with the incident table every change is first written to the installation's audit:" + " set "
                    + FixSettings.AUDIT_LOG + " to the stack's output AuditLogGroupName";

    static final Plans PLANS = new Plans(Catalogue.full().fixes());

    /**
     * Opens it.
     *
     * @throws Mistake when the settings are wrong, or it is not known whose credentials these are
     */
    static Room open(Cloud cloud, String region, String table, Console console) {
        Room room = toRead(cloud, region, table, console);
        return switch (room.means().caller(region)) {
            case Answer.Known<String>(String arn, String _) -> room.as(arn);
            case Answer.Unknown<String> unknown -> {
                String obstacle = cloud.obstacle(region);
                throw Mistake.account(
                        obstacle.isEmpty() ? "whose credentials these are is not known: " + unknown.why() : obstacle);
            }
        };
    }

    private Room as(String arn) {
        return new Room(means, region, table, ledger, settings, arn);
    }

    /**
     * The same for whoever only reads: nobody asks who it is.
     *
     * @throws Mistake when the settings are wrong
     */
    static Room toRead(Cloud cloud, String region, String table, Console console) {
        Means means = cloud.means();
        FixSettings settings;
        try {
            settings = FixSettings.read(console.environment());
        } catch (IllegalStateException e) {
            throw Mistake.usage(String.valueOf(e.getMessage()));
        }
        return new Room(
                means, region, table, table.isEmpty() ? new MemoryLedger() : means.ledger(region, table), settings, "");
    }

    boolean remembers() {
        return !table.isEmpty();
    }

    /** Whoever has typed it, with credentials that may do it, has allowed it. */
    Standing standing(Set<String> people) {
        return Standing.of(settings).byHand(people);
    }

    /** Whether the second place of the audit is known: without a table it is what is printed. */
    boolean audited() {
        return !remembers() || !settings.auditLog().isEmpty();
    }

    /** The second place of the audit. */
    AuditLog audit(PrintStream to) {
        return remembers() ? means.audit(region, settings.auditLog()) : new PrintedAudit(to);
    }

    /** To look, and to store a word: nothing can be sent with it. */
    Mending looking(String account, Standing standing) {
        return mending(account, standing, AuditLog.NONE);
    }

    Mending mending(String account, Standing standing, AuditLog audit) {
        return new Mending(
                PLANS, standing, means.outlook(region, settings.calendars()), means.hand(account, region), audit);
    }

    boolean twoNeeded(Plan plan) {
        return !standing(Set.of()).enough(plan, 1);
    }

    Instant now() {
        return means.clock().instant();
    }
}
