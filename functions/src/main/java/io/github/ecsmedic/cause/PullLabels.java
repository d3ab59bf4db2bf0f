package io.github.ecsmedic.cause;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.signature.Fact;

/** Labels of pulls that fail for the image's own sake, or for a reason that the message does not tell. */
final class PullLabels {
    private PullLabels() {}

    /** What was asked for is not there, as far as the message tells. */
    static boolean notFound(Inquiry inquiry) {
        return is(inquiry, "not_found") || is(inquiry, "unknown");
    }

    /** The same, or the registry denies it without naming the right that is missing: it does so for what is absent too. */
    static boolean notFoundOrDenied(Inquiry inquiry) {
        return notFound(inquiry)
                || (is(inquiry, "auth_denied") && !inquiry.seen().facts().has(Fact.ACTION));
    }

    /** No connection to the registry, which may be the wrong one. */
    static boolean unreached(Inquiry inquiry) {
        return is(inquiry, "network_timeout") || is(inquiry, "network_unreachable");
    }

    static boolean is(Inquiry inquiry, String name) {
        return inquiry.seen().label().equals("image_pull." + name);
    }
}
