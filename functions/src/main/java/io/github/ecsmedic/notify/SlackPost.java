package io.github.ecsmedic.notify;

/**
 * A message that a bot posted.
 *
 * @param channel its id
 * @param ts Slack's name for it in its channel; {@code ""} for none
 */
record SlackPost(String channel, String ts) {
    /** What {@link #reference} gave; anything else is no post. */
    static SlackPost of(String reference) {
        int colon = reference.indexOf(':');
        return colon < 0
                ? new SlackPost("", "")
                : new SlackPost(reference.substring(0, colon), reference.substring(colon + 1));
    }

    /** As it is remembered. */
    String reference() {
        return channel + ":" + ts;
    }
}
