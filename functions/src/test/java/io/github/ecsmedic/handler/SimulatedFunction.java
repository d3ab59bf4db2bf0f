package io.github.ecsmedic.handler;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A function of Lambda: one environment that is kept from one invocation to the next, until it dies. */
final class SimulatedFunction {
    /** The time-out of the template. */
    static final long LIFE = 120_000;

    static final PrintStream NO_LOG = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final Turns turns;
    private final Coverage coverage;
    private final Supplier<RequestStreamHandler> starts;
    private RequestStreamHandler handler;

    SimulatedFunction(Turns turns, Coverage coverage, Supplier<RequestStreamHandler> starts) {
        this.turns = turns;
        this.coverage = coverage;
        this.starts = starts;
        this.handler = starts.get();
    }

    /** Its answer; empty when it threw or died. */
    Optional<String> invoke(InputStream event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        long begun = turns.now();
        boolean[] threw = new boolean[1];
        boolean lived = turns.invoke(Duration.ofMillis(LIFE), () -> {
            try {
                handler.handleRequest(event, answer, new Invocation("request", (int) LIFE));
                turns.port();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (io.github.ecsmedic.incident.LedgerException e) {
                threw[0] = true;
            }
        });
        if (!lived) {
            coverage.saw(turns.now() - begun >= LIFE ? Coverage.Trait.KILLED_BY_TIME_OUT : Coverage.Trait.CRASH);
            handler = starts.get();
        }
        return lived && !threw[0] ? Optional.of(answer.toString(StandardCharsets.UTF_8)) : Optional.empty();
    }
}
