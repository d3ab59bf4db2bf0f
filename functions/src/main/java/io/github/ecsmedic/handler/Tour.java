package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Watch;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.treat.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Looks around in every account and region, side by side: what one of them does not answer keeps no other waiting. */
record Tour(Parts parts, Watch watch, List<? extends Sink> sinks) {
    /** Places that one run looks at: the first one always, of the others another part each time. */
    static final int PLACES = 20;

    /** What was seen at each place. */
    record Views(List<Patrol.Sight> sights, List<String> missed) {
        Views {
            sights = List.copyOf(sights);
            missed = List.copyOf(missed);
        }

        List<Fate> fates() {
            return sights.stream().flatMap(sight -> sight.fates().stream()).toList();
        }

        int services() {
            return sights.stream().mapToInt(Patrol.Sight::services).sum();
        }

        int described() {
            return sights.stream().mapToInt(sight -> sight.described().size()).sum();
        }

        int calls() {
            return sights.stream().mapToInt(Patrol.Sight::calls).sum();
        }
    }

    Views of(List<Place> places, Duration diagnosis, Deadline time) {
        List<Place> some = turn(places);
        List<Callable<Patrol.Sight>> pieces = some.stream()
                .<Callable<Patrol.Sight>>map(
                        place -> () -> new Patrol(parts, watch, place, sinks).look(diagnosis, time))
                .toList();
        List<Future<Patrol.Sight>> ends = parts.sideBySide().run(pieces, time.left());
        List<Patrol.Sight> sights = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            Future<Patrol.Sight> end = ends.get(i);
            Patrol.Sight sight =
                    end.state() == Future.State.SUCCESS ? end.resultNow() : Patrol.Sight.none(some.get(i), fault(end));
            sights.add(sight);
            String before = i == 0 ? "" : some.get(i) + ": ";
            sight.missed().forEach(what -> missed.add(before + what));
        }
        return new Views(sights, missed);
    }

    private List<Place> turn(List<Place> places) {
        long run = parts.clock().instant().toEpochMilli() / Sweep.EVERY.toMillis();
        return Stream.concat(
                        places.stream().limit(1),
                        Census.turn(places.subList(1, places.size()), PLACES - 1, run).stream())
                .toList();
    }

    /** What breaks the look around must not keep messages from being sent. */
    private static String fault(Future<Patrol.Sight> seen) {
        return seen.state() == Future.State.FAILED
                ? "bug: " + SideBySide.fault(seen.exceptionNow())
                : "time: the look around did not end";
    }
}
