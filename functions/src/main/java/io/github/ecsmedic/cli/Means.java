package io.github.ecsmedic.cli;

import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.model.Answer;
import java.time.Clock;
import java.util.List;

/** What a fix needs of AWS when it is applied from this shell. */
interface Means {
    /** The ARN of whoever is at the shell. */
    Answer<String> caller(String region);

    /** The incident table of an installation. */
    Ledger ledger(String region, String table);

    /** {@code calendars} are names or ARNs of change calendars. */
    Outlook outlook(String region, List<String> calendars);

    /** Changes that account alone. */
    Hand hand(String account, String region);

    /** The second place of an installation's audit. */
    AuditLog audit(String region, String group);

    Clock clock();
}
