package io.github.ecsmedic.doctor;

import java.util.List;

/** Whether the queue keeps what fails five times. */
final class QueuesThere implements Exam {
    @Override
    public String id() {
        return "queue";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        String name = it.names().queue();
        String dead = it.names().deadLetterQueue();
        findings.there("queue " + name, it.site().queues().queue(name), it.putBack(), queue -> {
            if (!queue.deadLetters().endsWith(":" + dead)) {
                findings.red(
                        "what fails five times is lost: queue " + name + " has no dead-letter queue " + dead,
                        it.putBack());
            }
        });
        return findings.lines(name + ", and what fails five times goes to " + dead);
    }
}
