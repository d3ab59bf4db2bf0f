package io.github.ecsmedic.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads until when a service is muted. */
final class MuteUntil {
    /** A date that is further away is taken for a slip. */
    static final Duration LONGEST = Duration.ofDays(366);

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

    private MuteUntil() {}

    /** A date of ISO 8601, which means its first moment in UTC, or a date and time; empty when it cannot be read. */
    static Optional<Instant> read(String text, Instant now) {
        return FORMS.stream()
                .flatMap(form -> parsed(form, text).stream())
                .findFirst()
                .filter(until -> !until.isAfter(now.plus(LONGEST)));
    }

    private static Optional<Instant> parsed(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
