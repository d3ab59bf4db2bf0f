package io.github.ecsmedic.cli;

import io.github.ecsmedic.aws.AwsAccounts;
import io.github.ecsmedic.aws.AwsFixes;
import io.github.ecsmedic.aws.Table;
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
        return new TableLedger(Table.in(region, table), clock(), Forms.NOW.saying(System.err::println));
    }

    @Override
    public Outlook outlook(String region, List<String> calendars) {
        return AwsFixes.outlook(region, calendars);
    }

    @Override
    public Hand hand(String account, String region) {
        return AwsFixes.hand(account, region);
    }

    @Override
    public AuditLog audit(String region, String group) {
        return AwsFixes.audit(region, group, "shell-" + UUID.randomUUID());
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }
}
