package io.github.ecsmedic.signature;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a stopped task from its stop code, its reason and its containers together.
 *
 * <p>Where the platform ended the task (a scale-in, a person, Spot, a host, a health check) the exit codes are its
 * consequence and do not count. {@code Task failed to start} and {@code Essential container in task exited} name no
 * cause: there the culprit's own reason and exit code decide.
 */
public final class TaskRecogniser {
    /** Families whose sentence tells who ended the task: what a container ended with is then the consequence. */
    private static final Set<String> ENDED_BY_PLATFORM = Set.of("lifecycle", "host", "health");

    private final Recogniser recogniser;

    public TaskRecogniser(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    /** Reads a task; {@code definition} is null where it is not known. */
    public Reading read(Task task, @Nullable TaskDefinition definition) {
        Message stopped = message(task, Field.STOPPED_REASON, task.stoppedReason(), null);
        Signature said = recogniser.find(stopped);
        Culprit culprits = new Culprit(task, definition, recogniser);
        if (said.alert() == AlertClass.BENIGN || said.alert() == AlertClass.EXPECTED) {
            return reading(stopped, "");
        }
        if (ENDED_BY_PLATFORM.contains(family(said))) {
            return reading(stopped, family(said).equals("health") ? culprits.watched() : "");
        }
        if (!said.fallback()) {
            return reading(stopped, culprits.namedIn(task.stoppedReason()));
        }
        return culprits.find()
                .map(culprit -> together(task, culprit))
                .orElseGet(() -> reading(stopped, culprits.namedIn(task.stoppedReason())));
    }

    /** The container's reason with its exit code, unless the task's own reason says more. */
    private Reading together(Task task, Container culprit) {
        Message own = message(task, Field.CONTAINER_REASON, culprit.reason(), culprit.exitCode());
        Message stopped = message(task, Field.STOPPED_REASON, task.stoppedReason(), culprit.exitCode());
        Optional<Message> chosen = Optional.of(own).filter(m -> !m.text().isBlank());
        Signature byReason = recogniser.find(own);
        boolean reasonSaysMore = !byReason.fallback()
                || (recogniser.find(stopped).fallback() && !family(byReason).equals("unknown"));
        return reading(chosen.filter(m -> reasonSaysMore).orElse(stopped), culprit.name());
    }

    private Reading reading(Message message, String culprit) {
        return new Reading(recogniser.recognise(message), culprit, message.field(), message.text());
    }

    static Message message(Task task, Field field, String text, @Nullable Integer exit) {
        return new Message(field, text, task.stopCode(), exit, task.launchType(), task.group());
    }

    private static String family(Signature signature) {
        return signature.label().substring(0, signature.label().indexOf('.'));
    }
}
