package io.github.ecsmedic.installation;

/** Sends a test message to each sink. */
public interface Posts {
    /** Publishes on the topic. */
    Sent topic(String arn, String text);

    /** Posts in Slack; {@code channel} is {@code ""} for a web hook, which has its own. */
    Sent slack(String secret, String channel, String text);

    /** Puts an event on the default bus. */
    Sent bus(String text);

    /**
     * What came back.
     *
     * @param says why it was not taken, or {@code ""}
     * @param ours whether it was the caller who may not send, which says nothing about the installation
     */
    record Sent(boolean taken, String says, boolean ours) {}
}
