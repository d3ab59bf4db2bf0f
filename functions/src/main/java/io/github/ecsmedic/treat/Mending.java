package io.github.ecsmedic.treat;

import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.mend.Guard;
import io.github.ecsmedic.mend.Guards;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Standing;
import java.util.List;

/**
 * What fixes are applied with.
 *
 * @param outlook reads anew at each call
 * @param hand the only way to change anything
 * @param audit the second place of the audit, which has to hold the intent before a request is sent
 * @param guards in the order in which they are asked
 */
public record Mending(Plans plans, Standing standing, Outlook outlook, Hand hand, AuditLog audit, List<Guard> guards) {
    public Mending {
        guards = List.copyOf(guards);
    }

    /** With every guard. */
    public Mending(Plans plans, Standing standing, Outlook outlook, Hand hand, AuditLog audit) {
        this(plans, standing, outlook, hand, audit, Guards.ALL);
    }
}
