package io.github.ecsmedic.signature;

import org.jspecify.annotations.Nullable;

/**
 * One text with what surrounds it. All but {@code text} may be unknown ({@code ""}, null).
 *
 * @param group {@code service:NAME}, {@code family:FAMILY}, other text, or {@code ""}
 */
public record Message(
        Field field, String text, String stopCode, @Nullable Integer exitCode, String launchType, String group) {
    /** A text of which nothing else is known. */
    public static Message of(Field field, String text) {
        return new Message(field, text, "", null, "", "");
    }
}
