package io.github.ecsmedic.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Hours of every day in which nobody is called for less than what is critical.
 *
 * @param from the first minute of them
 * @param until the first minute after them, on the next day when it is not after {@code from}; the same for none
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneOffset.UTC);

    /** Reads {@code 22:00-07:00 Europe/Berlin}; empty when it is not of this form. */
    public static Optional<QuietHours> parse(String text) {
        int dash = text.indexOf('-');
        int space = text.indexOf(' ');
        if (dash < 0 || space < dash) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QuietHours(
                            LocalTime.parse(text.substring(0, dash)),
                            LocalTime.parse(text.substring(dash + 1, space)),
                            ZoneId.of(text.substring(space + 1))))
                    .filter(hours -> !hours.from.equals(hours.until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether that moment is within them. */
    public boolean contain(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
    }
}
