package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.ecsmedic.aws.Line;
import io.github.ecsmedic.aws.Rehearsal;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Place;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Lets a handler work on a whole event before the first one, because Lambda gives the initialisation a whole processor and
 * an event only a part of one. It is another handler of the same making, before an AWS that is not there: nothing of it is
 * kept, sent or told. Then connections are opened to those whom it asked.
 *
 * <p>Where it fails, or somebody does not answer, one line says so, and the function starts as if nothing had been tried:
 * after seven seconds at most, of the ten that Lambda allows.
 *
 * <p>It runs in the handler's constructor and not in a hook of CRaC: the constructor is always over before Lambda takes a
 * snapshot, needs no dependency, and nothing has to be done after a restore. What is made then is made by the first event
 * itself: connections, credentials, secrets, ids, names of owners, and the time.
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

    private static final int TIMES = 1;
    private static final int MILLIS = 30_000;

    /**
     * What is played.
     *
     * @param home the function's account and region
     * @param secret what every secret holds
     * @param handler of the same making, at the end of the rehearsal's line
     * @param event as Lambda hands it over
     */
    record Scene(
            Place home,
            String secret,
            Function<Rehearsal, RequestStreamHandler> handler,
            Function<Rehearsal, String> event) {}

    /** Plays it, and connects. */
    void of(Scene scene) {
        List<String> faults = new ArrayList<>();
        Callable<SortedMap<URI, Integer>> play = () -> played(scene);
        Future<SortedMap<URI, Integer>> hosts =
                SideBySide.THREADS.run(List.of(play), LONGEST_PLAY).getFirst();
        if (hosts.state() == Future.State.SUCCESS) {
            if (connects()) {
                faults.addAll(connected(List.copyOf(hosts.resultNow().keySet())));
            }
        } else {
            faults.add(
                    hosts.state() == Future.State.FAILED
                            ? "bug: " + SideBySide.fault(hosts.exceptionNow())
                            : "time: the rehearsal took longer than " + LONGEST_PLAY.toSeconds() + " s");
        }
        if (!faults.isEmpty()) {
            log.println(JsonText.object(json -> {
                json.writeStringField("level", "WARN");
                json.writeStringField("message", "not all could be made ready; the first event takes longer");
                JsonText.texts(json, "faults", faults);
            }));
        }
    }

    private boolean connects() {
        return !SNAPSHOT.equals(environment.getOrDefault(START, ""));
    }

    private static SortedMap<URI, Integer> played(Scene scene) throws Exception {
        Rehearsal rehearsal = Rehearsal.in(scene.home(), scene.secret());
        RequestStreamHandler handler = scene.handler().apply(rehearsal);
        byte[] event = scene.event().apply(rehearsal).getBytes(UTF_8);
        for (int i = 0; i < TIMES; i++) {
            rehearsal.again();
            handler.handleRequest(
                    new ByteArrayInputStream(event),
                    OutputStream.nullOutputStream(),
                    new Invocation("rehearsal", MILLIS));
        }
        return rehearsal.hosts();
    }

    /** Those that did not answer. */
    private List<String> connected(List<URI> hosts) {
        List<Future<Boolean>> open = SideBySide.THREADS.run(
                hosts.stream()
                        .<Callable<Boolean>>map(host -> () -> line.connect(host))
                        .toList(),
                LONGEST_CONNECT);
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            if (open.get(i).state() != Future.State.SUCCESS || !open.get(i).resultNow()) {
                silent.add("no answer from " + hosts.get(i).getHost());
            }
        }
        return silent;
    }
}
