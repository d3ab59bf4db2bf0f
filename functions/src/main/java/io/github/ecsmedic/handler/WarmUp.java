package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.ecsmedic.aws.Line;
import io.github.ecsmedic.aws.Rehearsal;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Lets a handler work on a whole event before the first one, because Lambda gives the initialisation a whole processor and
 * an event only a part of one. It is another handler of the same making, before an AWS that is not there: nothing of it is
 * kept, sent or told. Once it has been played, connections are opened to those whom it asked, while it is played again and
 * again for a while: the JVM compiles what it has seen often enough.
 *
 * <p>Where it fails, or somebody does not answer, one line says so, and the function starts as if nothing had been tried:
 * after seven seconds at most, of the ten that Lambda allows.
 *
 * <p>It runs in the handler's constructor and not in a hook of CRaC: the constructor is always over before Lambda takes a
 * snapshot, needs no dependency, and nothing has to be done after a restore. What no snapshot may hold is made by the first
 * event itself: connections, credentials, secrets, ids, names of owners, and the time.
 */
record WarmUp(Map<String, String> environment, Line line, PrintStream log) {
    /** Where Lambda says how the function is started. */
    static final String START = "AWS_LAMBDA_INITIALIZATION_TYPE";

    /** Of which no connection may be in the snapshot. */
    static final String SNAPSHOT = "snap-start";

    static final Duration LONGEST_PLAY = Duration.ofSeconds(5);
    static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);

    /** Nobody reads what is written here. */
    static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);

    /** {@code off} where it starts from a cache of loaded classes: then a start is short, and practice would be most of it. */
    static final String PRACTISES = "ECS_MEDIC_PRACTICE";

    /** Nobody waits for a snapshot, so that it may be played for longer. */
    private static final int LONGER_FOR_A_SNAPSHOT = 3;

    /** Connections to one host; where more are needed they follow. */
    private static final int AT_ONCE = 4;

    private static final int MILLIS = 30_000;

    /**
     * Who plays.
     *
     * @param handler of the same making as the one that is warmed up
     * @param ahead makes that one ready for what was played
     */
    record Cast(RequestStreamHandler handler, Runnable ahead) {
        /** With nothing to make ready. */
        Cast(RequestStreamHandler handler) {
            this(handler, () -> {});
        }
    }

    /**
     * What is played.
     *
     * @param home the function's account and region
     * @param secret what every secret holds
     * @param cast at the end of the rehearsal's line
     * @param event as Lambda hands it over
     * @param practice for how long it is played again, after the first time
     */
    record Scene(
            Place home,
            String secret,
            Function<Rehearsal, Cast> cast,
            Function<Rehearsal, String> event,
            Duration practice) {}

    /** One that can be played again. */
    private record Played(Rehearsal rehearsal, Cast cast, String event) {
        void once() throws IOException {
            rehearsal.again();
            cast.handler()
                    .handleRequest(
                            new ByteArrayInputStream(event.getBytes(UTF_8)),
                            OutputStream.nullOutputStream(),
                            new Invocation("rehearsal", MILLIS));
        }
    }

    /** The same environment. What takes long and needs nothing of the function goes on while the function is made. */
    static Map<String, String> begun(Map<String, String> environment) {
        if (!snapshot(environment)) {
            Thread.startVirtualThread(Line::greet);
        }
        return environment;
    }

    private static boolean snapshot(Map<String, String> environment) {
        return SNAPSHOT.equals(environment.getOrDefault(START, ""));
    }

    /** Plays it, and connects. */
    void of(Scene scene) {
        Callable<Played> first = () -> {
            Rehearsal rehearsal = Rehearsal.in(scene.home(), scene.secret());
            Played played = new Played(
                    rehearsal, scene.cast().apply(rehearsal), scene.event().apply(rehearsal));
            played.once();
            return played;
        };
        Future<Played> played =
                SideBySide.THREADS.run(List.of(first), LONGEST_PLAY).getFirst();
        List<String> faults = played.state() == Future.State.SUCCESS
                ? ready(played.resultNow(), scene.practice())
                : List.of("rehearsal: " + fault(played));
        if (!faults.isEmpty()) {
            log.println(JsonText.object(json -> {
                json.writeStringField("level", "WARN");
                json.writeStringField("message", "not all could be made ready; the first event takes longer");
                JsonText.texts(json, "faults", faults);
            }));
        }
    }

    /** What went wrong meanwhile. */
    private List<String> ready(Played played, Duration practice) {
        boolean snapshot = snapshot(environment);
        Map<String, Callable<Boolean>> pieces = new LinkedHashMap<>();
        if (!snapshot) {
            played.rehearsal().hosts().forEach((host, asked) -> {
                for (int i = 1; i <= Math.min(asked, AT_ONCE); i++) {
                    pieces.put(host.getHost() + ":" + host.getPort() + ", connection " + i, () -> line.connect(host));
                }
            });
        }
        Duration atMost = snapshot
                ? practice.multipliedBy(LONGER_FOR_A_SNAPSHOT)
                : "off".equals(environment.getOrDefault(PRACTISES, "")) ? Duration.ZERO : practice;
        pieces.put("clients", () -> {
            played.cast().ahead().run();
            return true;
        });
        pieces.put("rehearsal", () -> practised(played, atMost));
        List<Future<Boolean>> ends = SideBySide.THREADS.run(List.copyOf(pieces.values()), LONGEST_CONNECT);
        List<String> faults = new ArrayList<>();
        int i = 0;
        for (String piece : pieces.keySet()) {
            Future<Boolean> end = ends.get(i++);
            if (end.state() != Future.State.SUCCESS) {
                faults.add(piece + ": " + fault(end));
            } else if (!end.resultNow()) {
                faults.add(piece + ": no answer");
            }
        }
        return faults;
    }

    private static boolean practised(Played played, Duration practice) throws IOException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < practice.toNanos()) {
            played.once();
        }
        return true;
    }

    private static String fault(Future<?> end) {
        return end.state() == Future.State.FAILED ? SideBySide.fault(end.exceptionNow()) : "it took too long";
    }
}
