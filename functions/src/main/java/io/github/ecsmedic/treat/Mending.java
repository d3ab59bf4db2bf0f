package io.github.ecsmedic.treat;

import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Standing;

/**
 * What fixes are applied with.
 *
 * @param outlook reads anew at each call
 * @param hand the only way to change anything
 */
public record Mending(Plans plans, Standing standing, Outlook outlook, Hand hand) {}
