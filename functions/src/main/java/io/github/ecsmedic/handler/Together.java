package io.github.ecsmedic.handler;

import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.handler.Intake.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Works on the messages of a batch: equal failures together, all else side by side.
 *
 * <p>Where work on several breaks, each is worked on once more by itself: one message never takes others along.
 */
final class Together {
    /** One write holds no more. */
    private static final int AT_MOST = 25;

    private final Parts parts;
    private final Intake intake;
    private final Requests requests;
    private final Budget budget;
    private final Instant began;
    private final Map<Integer, Fate> fates = new TreeMap<>();

    Together(Parts parts, Intake intake, Requests requests, Budget budget) {
        this.parts = parts;
        this.intake = intake;
        this.requests = requests;
        this.budget = budget;
        this.began = parts.clock().instant();
    }

    /** What a message is: an event to work on, or something of which it is known what becomes. */
    private sealed interface Read {
        record Event(Arrival arrival) implements Read {}

        record Settled(Fate fate) implements Read {}
    }

    /** In the order of the batch. */
    List<Fate> fates(List<QueuedMessage> batch) {
        List<Future<Read>> read =
                run(batch.stream().<Callable<Read>>map(m -> () -> read(m)).toList());
        Map<Integer, Arrival> arrivals = new TreeMap<>();
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i).state() != Future.State.SUCCESS) {
                fates.put(i, broken(read.get(i)));
            } else {
                switch (read.get(i).resultNow()) {
                    case Read.Event(Arrival arrival) -> arrivals.put(i, arrival);
                    case Read.Settled(Fate fate) -> fates.put(i, fate);
                }
            }
        }
        work(groups(arrivals), arrivals);
        List<List<Integer>> alone = arrivals.keySet().stream()
                .filter(place -> !fates.containsKey(place))
                .map(List::of)
                .toList();
        if (!alone.isEmpty()) {
            work(alone, arrivals);
        }
        return List.copyOf(fates.values());
    }

    private Read read(QueuedMessage message) {
        if (message.queue().endsWith(Requests.QUEUE)) {
            return new Read.Settled(requests.of(message.body()));
        }
        EcsEvent event = EventReader.read(message.body());
        if (event instanceof EcsEvent.Ignored(String why)) {
            return new Read.Settled(why.equals(EventReader.NO_JSON) ? new Fate.Returned(why) : new Fate.Ignored(why));
        }
        return new Read.Event(intake.arrival(event, message.receiveCount() <= 1));
    }

    private static List<List<Integer>> groups(Map<Integer, Arrival> arrivals) {
        List<List<Integer>> groups = new ArrayList<>();
        arrivals.entrySet().stream()
                .collect(Collectors.groupingBy(
                        e -> Intake.alike(e.getValue()).orElseGet(() -> "#" + e.getKey()),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .values()
                .forEach(places -> {
                    for (int from = 0; from < places.size(); from += AT_MOST) {
                        groups.add(places.subList(from, Math.min(places.size(), from + AT_MOST)));
                    }
                });
        return groups;
    }

    private void work(List<List<Integer>> groups, Map<Integer, Arrival> arrivals) {
        List<Future<List<Optional<Fate>>>> done = run(groups.stream()
                .<Callable<List<Optional<Fate>>>>map(group ->
                        () -> intake.of(group.stream().map(arrivals::get).toList(), diagnosis()))
                .toList());
        for (int i = 0; i < groups.size(); i++) {
            List<Integer> group = groups.get(i);
            Future<List<Optional<Fate>>> future = done.get(i);
            for (int j = 0; j < group.size(); j++) {
                int place = group.get(j);
                if (future.state() == Future.State.SUCCESS) {
                    future.resultNow().get(j).ifPresent(fate -> fates.put(place, fate));
                } else if (group.size() == 1 || future.state() != Future.State.FAILED) {
                    fates.put(place, broken(future));
                }
            }
        }
    }

    private <T> List<Future<T>> run(List<Callable<T>> pieces) {
        return parts.sideBySide().run(pieces, left(budget.intake()));
    }

    private Duration diagnosis() {
        Duration left = left(budget.intake());
        return left.compareTo(budget.diagnosis()) < 0 ? left : budget.diagnosis();
    }

    private Duration left(Duration of) {
        Duration left = of.minus(Duration.between(began, parts.clock().instant()));
        return left.isNegative() ? Duration.ZERO : left.compareTo(of) > 0 ? of : left;
    }

    /** A bug brings the message back to the queue, and in the end to the dead-letter queue, where a person finds it. */
    private static Fate broken(Future<?> done) {
        return switch (done.state()) {
            case FAILED -> new Fate.Returned("bug: " + SideBySide.fault(done.exceptionNow()));
            case CANCELLED, RUNNING, SUCCESS -> new Fate.Returned("time: it did not end within the invocation");
        };
    }
}
