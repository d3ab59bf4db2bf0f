package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.model.AlertClass.JUDGE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.finds;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.in;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.stopCode;

import java.util.List;

/** Texts that support no cause. */
public final class Unknown {
    private Unknown() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.fallback(
                        "unknown.custom_reason",
                        JUDGE,
                        "Free words that somebody gave when stopping the task",
                        all(
                                in(Field.STOPPED_REASON, Field.CONTAINER_REASON),
                                finds("[A-Za-z]{3}"),
                                not(stopCode("TaskFailedToStart", "EssentialContainerExited")),
                                not(platformWords()))),
                Signature.fallback(
                        "unknown.generic",
                        FAILURE,
                        "The task failed, and the text names no cause",
                        new Clue.All(List.of())));
    }

    /** Words that ECS, its agent or docker write and a person hardly does. */
    private static Clue platformWords() {
        return any(
                hasAny(
                        "failed to start",
                        "TaskFailedToStart",
                        "task failed",
                        "api error",
                        "error response from daemon",
                        "status reason"),
                all(hasAny("error", "exception"), finds("[A-Za-z]{4}(Error|Exception)\\b")),
                all(has("stopped"), finds("^\\W*stopped\\W*$")));
    }
}
