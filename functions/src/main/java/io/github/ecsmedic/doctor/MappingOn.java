package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Functions.Mapping;
import io.github.ecsmedic.installation.Queues.Queue;
import java.util.List;
import java.util.Optional;

/** Whether the function takes events, and requests of Slack, out of their queues. */
final class MappingOn implements Exam {
    @Override
    public String id() {
        return "mapping";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        look(it, it.names().queue(), findings);
        if (it.has(Installed::buttons)) {
            look(it, it.names().requestsQueue(), findings);
        }
        return findings.lines(
                it.names().diagnose() + " takes what waits in " + it.names().queue());
    }

    private static void look(Installed it, String queue, Findings findings) {
        findings.seen(
                "queue " + queue,
                it.site().queues().queue(queue),
                (Optional<Queue> found) -> found.ifPresent(here -> findings.seen(
                        "what takes out of " + queue,
                        it.site().functions().mappings(here.arn()),
                        mappings -> look(it, queue, mappings, findings))));
    }

    private static void look(Installed it, String queue, List<Mapping> mappings, Findings findings) {
        String function = it.names().diagnose();
        Optional<Mapping> ours = mappings.stream()
                .filter(mapping -> (mapping.functionArn() + ":").contains(":function:" + function + ":"))
                .findFirst();
        if (ours.isEmpty()) {
            findings.red(
                    "nothing takes what waits in " + queue + ": its mapping to " + function + " is gone", it.putBack());
            return;
        }
        switch (ours.get().state()) {
            case "Enabled", "Enabling", "Updating" -> {}
            case "Disabled", "Disabling" ->
                findings.red(
                        "the mapping of " + queue + " to " + function + " is disabled: what comes waits there",
                        List.of(it.aws("lambda update-event-source-mapping --uuid "
                                + ours.get().id() + " --enabled")));
            default ->
                findings.unseen(
                        "the mapping of " + queue, "its state is '" + ours.get().state() + "'");
        }
    }
}
