package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads of Amazon CloudWatch Logs. */
public interface Logs {
    /** The newest lines of one stream, oldest first; empty when group or stream do not exist ({@code logs:GetLogEvents}). */
    Answer<Optional<List<Line>>> tail(String region, String group, String stream, int limit);

    /** One line; untrusted text. */
    record Line(Instant at, String text) {}
}
