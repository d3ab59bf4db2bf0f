package io.github.ecsmedic.cli;

import io.github.ecsmedic.aws.Aws;
import io.github.ecsmedic.aws.AwsAccounts;
import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.store.Forms;
import io.github.ecsmedic.store.TableLedger;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** With the credentials of the person at the shell. */
final class AwsMeans implements Means {
    @Override
    public Answer<String> caller(String region) {
        return AwsAccounts.caller(region);
    }

    @Override
    public Ledger ledger(String region, String table) {
        return new TableLedger(Aws.in(region).table(table), clock(), Forms.NOW.saying(System.err::println));
    }

    @Override
    public Outlook outlook(String region, List<String> calendars) {
        return Aws.in(region).outlook(calendars);
    }

    @Override
    public Hand hand(String account, String region) {
        return Aws.in(region).hand(account);
    }

    @Override
    public AuditLog audit(String region, String group) {
        return Aws.in(region).audit(group, "shell-" + UUID.randomUUID());
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }
}
