package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Queues.Queue;
import io.github.ecsmedic.network.PolicyDecision;
import java.util.List;

/** Whether the policies of the queues let EventBridge send for each rule. */
final class QueueDoors implements Exam {
    @Override
    public String id() {
        return "queue-policy";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        for (String name : List.of(it.names().queue(), it.names().undeliveredQueue())) {
            // one that is not there stands with the queues
            findings.seen(
                    "queue " + name,
                    it.site().queues().queue(name),
                    queue -> queue.ifPresent(here -> look(it, here, findings)));
        }
        return findings.lines("the queues let EventBridge send for each rule");
    }

    private static void look(Installed it, Queue queue, Findings findings) {
        // arn:aws:sqs:REGION:ACCOUNT:NAME
        String before = queue.arn().replaceFirst(":sqs:", ":events:");
        String place = before.substring(0, before.lastIndexOf(':') + 1);
        List<String> shut = it.rules().stream()
                .filter(rule -> queue.rules().stream()
                        .noneMatch(pattern -> PolicyDecision.like(pattern, place + "rule/" + rule)))
                .toList();
        if (!shut.isEmpty()) {
            findings.red(
                    "the policy of queue " + queue.name() + " does not let EventBridge send for "
                            + String.join(", ", shut),
                    it.putBack());
        }
    }
}
