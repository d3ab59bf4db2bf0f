package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the message itself says; its fault is the message's label, its objects are those that the text names. */
public final class StatedCause implements Check {
    private static final Map<Fact, String> KINDS = new TreeMap<>(Map.of(
            Fact.SECRET, "secret",
            Fact.PARAMETER, "parameter",
            Fact.JSON_KEY, "json-key",
            Fact.LOG_GROUP, "log-group",
            Fact.IMAGE, "image",
            Fact.COMMAND, "command",
            Fact.PLATFORM, "platform",
            Fact.SUBNET, "subnet",
            Fact.INSTANCE, "instance",
            Fact.DEPLOYMENT, "deployment"));

    @Override
    public String id() {
        return "stated-cause";
    }

    @Override
    public String question() {
        return "What does the message itself name as the reason";
    }

    @Override
    public Set<String> actions() {
        return Set.of();
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Resources named = Resources.NONE;
        Facts facts = inquiry.seen().facts();
        for (Map.Entry<Fact, String> kind : KINDS.entrySet()) {
            for (String id : facts.get(kind.getKey()).split(",", -1)) {
                named = named.and(Resources.of(kind.getValue(), id.strip()));
            }
        }
        String image = Leg.image(inquiry);
        String text = Shown.text(text(inquiry));
        String said = text.isEmpty()
                ? "The message is recognised as " + inquiry.seen().label()
                : text;
        Task task = inquiry.task();
        Resources of =
                Resources.of("image", image, "container-instance", task == null ? "" : task.containerInstanceArn());
        return new Failed(inquiry.seen().label(), named.and(of), new Evidence(said, "message"));
    }

    /** The whole text about the culprit, or {@code ""} where only a service's message is there. */
    static String text(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task == null) {
            return inquiry.message();
        }
        String container = task.containers().stream()
                .filter(c -> c.name().equals(inquiry.culprit()))
                .map(Container::reason)
                .findFirst()
                .orElse("");
        return container.isEmpty() ? task.stoppedReason() : container;
    }
}
