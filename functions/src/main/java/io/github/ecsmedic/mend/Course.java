package io.github.ecsmedic.mend;

import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.Request.Effect;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Hand.Sent;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How a treatment goes on after what was seen: every step of the protocol but the reads, the request and the writes. */
public final class Course {
    /** Until a request whose answer was lost has landed or never will: longer than its time-out. */
    public static final Duration SETTLE = Duration.ofSeconds(60);

    /** A request is sent so soon after its intent or not at all: from the intent on it settles. */
    public static final Duration PROMPT = Duration.ofSeconds(10);

    /** A request is tried so often when it was surely not done. */
    public static final int ATTEMPTS = 2;

    private Course() {}

    /** Before the request is sent: the intent, or the end when there is nothing to do or the value is not known. */
    public static Treatment intent(Treatment t, Request request, Answer<String> value, Instant now) {
        return switch (value) {
            case Answer.Unknown<String> unknown ->
                t.to(State.REFUSED, "what it would change could not be read (" + unknown.why() + ")", now);
            case Answer.Known<String>(String is, String _) ->
                !request.after().isEmpty() && is.equals(request.after())
                        ? t.to(State.SKIPPED, "it is so already", now)
                        : request.before().isEmpty() || is.equals(request.before())
                                ? t.acting(is, now)
                                : t.to(State.REFUSED, "what it would change is no longer as it was", now);
        };
    }

    /** In the moment of the act: whether the value is still the one of the intent. */
    public static boolean unchanged(Treatment acting, Answer<String> value) {
        return value instanceof Answer.Known<String>(String is, String _)
                && is.equals(acting.seen().getLast());
    }

    /** Whether a request whose intent was stored then may still be sent. */
    public static boolean prompt(Treatment intent, Instant now) {
        return Duration.between(intent.at(), now).compareTo(PROMPT) <= 0;
    }

    /** After the answer of the request {@code of} of {@code requests}. */
    public static Treatment answered(Treatment acting, Sent sent, int requests, Instant now) {
        return switch (sent) {
            case Sent.Done(String started) -> acting.did(started, acting.seen().size() == requests, now);
            case Sent.Refused(String why, boolean later) ->
                later && acting.attempt() < ATTEMPTS ? acting.again(now) : acting.notDone(State.FAILED, why, now);
            case Sent.Unknown _ -> acting;
        };
    }

    /** Whether the outcome of an intent, whose worker is gone, may be looked at. */
    public static boolean settled(Treatment acting, Instant now) {
        return Duration.between(acting.at(), now).compareTo(SETTLE) >= 0;
    }

    /** Whether the service was deployed since the intent, also where ECS has taken that back. */
    public static Answer<Boolean> begun(Treatment acting, Answer<List<Listed>> deployments) {
        Instant intended = acting.at().minus(Aftermath.CLOCKS);
        return switch (deployments) {
            case Answer.Known<List<Listed>>(List<Listed> all, String source) ->
                new Answer.Known<>(
                        all.stream()
                                .anyMatch(d ->
                                        d.createdAt() == null || !d.createdAt().isBefore(intended)),
                        source);
            case Answer.Unknown<List<Listed>>(String why, String source) -> new Answer.Unknown<>(why, source);
        };
    }

    /** After looking at what became of an intent whose answer nobody knows. */
    public static Treatment recovered(
            Treatment acting, Request request, Answer<String> value, int requests, Instant now) {
        if (!(value instanceof Answer.Known<String>(String is, String _))) {
            return Duration.between(acting.at(), now).compareTo(Verdict.WINDOW) < 0
                    ? acting
                    : acting.to(State.UNKNOWN, "what it changed cannot be read", now);
        }
        Effect effect = request.effect(acting.seen().getLast(), is);
        return switch (effect) {
            case DONE -> acting.did(request.started(is), acting.seen().size() == requests, now);
            case NONE ->
                acting.attempt() < ATTEMPTS
                        ? acting.again(now)
                        : acting.to(State.UNKNOWN, "its answer was lost " + ATTEMPTS + " times", now);
            case OTHER -> acting.to(State.UNKNOWN, "somebody else changed it meanwhile", now);
        };
    }
}
