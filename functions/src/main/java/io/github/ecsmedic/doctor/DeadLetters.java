package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Names;
import java.util.List;

/** Whether the queues for what went wrong exist, and are empty. */
final class DeadLetters implements Exam {
    @Override
    public String id() {
        return "dead-letters";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        Names names = it.names();
        String redrive = "scripts/redrive --name " + names.installation() + " --region " + it.region() + " --from ";
        look(it, findings, names.deadLetterQueue(), "events that could not be diagnosed wait", redrive + "dead");
        look(
                it,
                findings,
                names.undeliveredQueue(),
                "events that could not be handed over wait",
                redrive + "undelivered");
        look(
                it,
                findings,
                names.sweepDeadLetterQueue(),
                "runs of the sweep that failed wait",
                it.aws("sqs purge-queue --queue-url \"$("
                        + it.aws("sqs get-queue-url --queue-name " + names.sweepDeadLetterQueue())
                        + " --query QueueUrl --output text)\""));
        if (it.has(Installed::buttons)) {
            look(it, findings, names.requestsDeadLetterQueue(), "requests from Slack wait", redrive + "requests");
        }
        return findings.lines("nothing waits in them");
    }

    private static void look(Installed it, Findings findings, String queue, String what, String remedy) {
        findings.there("queue " + queue, it.site().queues().queue(queue), it.putBack(), found -> {
            if (found.waiting() > 0) {
                findings.red(
                        found.waiting() + " " + what + " in " + queue,
                        List.of(
                                it.aws("logs tail " + it.names().logGroup(function(it.names(), queue)) + " --since 1d"
                                        + " --filter-pattern '{ $.level = \"ERROR\" }'"),
                                remedy));
            }
        });
    }

    private static String function(Names names, String queue) {
        return queue.equals(names.sweepDeadLetterQueue()) ? names.sweep() : names.diagnose();
    }
}
