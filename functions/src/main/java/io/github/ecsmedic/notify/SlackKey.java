package io.github.ecsmedic.notify;

/** Gives what opens Slack. */
public interface SlackKey {
    /**
     * As last read.
     *
     * @throws SinkException when it cannot be read, or does not open Slack
     */
    SlackAccess access();

    /** Read anew; the same value when nothing but the refused one is there. */
    SlackAccess renewed(SlackAccess refused);
}
