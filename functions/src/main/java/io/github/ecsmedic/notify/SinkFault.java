package io.github.ecsmedic.notify;

import java.util.Locale;

/** Why a sink did not take a message. */
public enum SinkFault {
    /** It takes no more for now. */
    TOO_MANY,
    /** It failed, and did not take the message. */
    UNAVAILABLE,
    /** It did not answer: the message may or may not have arrived. */
    UNANSWERED,
    /** It cannot read the message, which is our fault. */
    UNREADABLE,
    /** The channel, topic or web hook is gone, archived, or not open to us. */
    PLACE_GONE,
    /** The token is revoked, wrong, or may not do this. */
    CREDENTIAL_REFUSED,
    /** A setting or the secret does not say where to send it, or cannot be read. */
    MISCONFIGURED;

    /** The word used in logs and metrics, e.g. {@code place-gone}; stable for ever. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it stays until a person does something. */
    public boolean lasting() {
        return switch (this) {
            case PLACE_GONE, CREDENTIAL_REFUSED, MISCONFIGURED, UNREADABLE -> true;
            case TOO_MANY, UNAVAILABLE, UNANSWERED -> false;
        };
    }
}
