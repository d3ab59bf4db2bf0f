package io.github.ecsmedic.notify;

import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.mend.Plans;
import java.util.List;

/**
 * How Slack is told.
 *
 * @param channel in which a bot posts what no tag or rule sends elsewhere; {@code ""} with a web hook
 * @param buttons whether somebody reads what a press of a button sends
 * @param plans of fixes that a button may offer
 * @param quiet hours in which only what is critical calls somebody
 */
public record SlackOptions(MessageOptions message, String channel, boolean buttons, Plans plans, QuietHours quiet) {
    /** Without fixes that a button offers. */
    public SlackOptions(MessageOptions message, String channel, boolean buttons, QuietHours quiet) {
        this(message, channel, buttons, new Plans(List.of()), quiet);
    }

    /** A web hook, at any hour. */
    public static final SlackOptions DEFAULT = new SlackOptions(MessageOptions.DEFAULT, "", false, QuietHours.NONE);
}
