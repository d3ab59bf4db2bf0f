package io.github.ecsmedic.notify;

import io.github.ecsmedic.config.QuietHours;

/**
 * How Slack is told.
 *
 * @param channel in which a bot posts what no tag or rule sends elsewhere; {@code ""} with a web hook
 * @param buttons whether somebody reads what a press of a button sends
 * @param quiet hours in which only what is critical calls somebody
 */
public record SlackOptions(MessageOptions message, String channel, boolean buttons, QuietHours quiet) {
    /** A web hook, at any hour. */
    public static final SlackOptions DEFAULT = new SlackOptions(MessageOptions.DEFAULT, "", false, QuietHours.NONE);
}
