package io.github.ecsmedic.handler;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Queues like those of the template, of events and of requests: they hand out at least
 * once, in any order, five times, then to the dead letters. */
final class SimulatedQueue {
    static final long VISIBILITY = 720_000;
    static final int RECEIVES = 5;
    private static final String EVENTS = "ecs-medic-events";
    private static final String REQUESTS = "ecs-medic" + Requests.QUEUE;

    private final Turns turns;
    private final Coverage coverage;
    private final List<Message> waiting = new ArrayList<>();
    private final List<Message> dead = new ArrayList<>();
    private int sent;

    SimulatedQueue(Turns turns, Coverage coverage) {
        this.turns = turns;
        this.coverage = coverage;
    }

    /** One message and when it may be handed out. */
    static final class Message {
        final String id;
        final String body;
        private final String queue;
        private final boolean poison;
        private long visible;
        private int receives;

        Message(String id, String body, String queue, boolean poison, long visible) {
            this.id = id;
            this.body = body;
            this.queue = queue;
            this.poison = poison;
            this.visible = visible;
        }
    }

    void send(String body, long at) {
        waiting.add(new Message("m" + sent++, quoted(body), EVENTS, false, at));
    }

    void ask(String body) {
        waiting.add(new Message("m" + sent++, quoted(body), REQUESTS, false, turns.now()));
    }

    void poison(String body, long at) {
        waiting.add(new Message("m" + sent++, quoted(body), EVENTS, true, at));
    }

    /** When the next message can be handed out. */
    long next() {
        return waiting.stream().mapToLong(m -> m.visible).min().orElse(Turns.NEVER);
    }

    List<Message> receive(int limit) {
        List<Message> batch = new ArrayList<>();
        int from = waiting.isEmpty() ? 0 : turns.random.nextInt(waiting.size());
        for (int i = 0; i < waiting.size() && batch.size() < limit; i++) {
            Message message = waiting.get((from + i) % waiting.size());
            boolean twice = message.receives > 0
                    && message.visible > turns.now()
                    && turns.crashPerMille > 0
                    && turns.random.nextInt(100) < 2;
            boolean alike = batch.isEmpty() || batch.getFirst().queue.equals(message.queue);
            if (alike && (message.visible <= turns.now() || twice)) {
                batch.add(message);
            }
        }
        for (Iterator<Message> all = batch.iterator(); all.hasNext(); ) {
            Message message = all.next();
            if (message.receives >= RECEIVES) {
                coverage.saw(Coverage.Trait.DEAD_LETTER);
                waiting.remove(message);
                dead.add(message);
                all.remove();
            } else {
                if (message.receives++ > 0) {
                    coverage.saw(Coverage.Trait.REDELIVERY);
                }
                message.visible = turns.now() + VISIBILITY;
            }
        }
        return batch;
    }

    void acknowledge(Message message) {
        waiting.remove(message);
        dead.remove(message);
    }

    /** What a person does once the fault is mended. */
    void redrive() {
        for (Iterator<Message> all = dead.iterator(); all.hasNext(); ) {
            Message message = all.next();
            if (!message.poison) {
                message.receives = 0;
                message.visible = turns.now();
                waiting.add(message);
                all.remove();
            }
        }
    }

    boolean drained() {
        return waiting.isEmpty() && dead.stream().allMatch(m -> m.poison);
    }

    /** In the form in which Lambda hands it over. */
    static InputStream batch(List<Message> messages) {
        StringBuilder json = new StringBuilder("{\"Records\":[");
        for (Message message : messages) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
                    .append("{\"messageId\":\"")
                    .append(message.id)
                    .append("\",\"body\":\"")
                    .append(message.body)
                    .append("\",\"eventSourceARN\":\"arn:aws:sqs:us-east-1:111122223333:")
                    .append(message.queue)
                    .append("\",\"attributes\":{\"ApproximateReceiveCount\":\"")
                    .append(message.receives)
                    .append("\"}}");
        }
        return new ByteArrayInputStream(json.append("]}").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String body) {
        return body.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }
}
