package io.github.ecsmedic.account;

import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * An account whose network is at fault, or looks as if it were; the task that failed in it; and what must be told.
 *
 * @param name what is special about it
 * @param made the account; a new one each time, because tests change it
 * @param failure the task that failed
 * @param told what a diagnosis must say
 * @param near the same account with one fact changed
 * @param toldNear what must be said there, which is not the cause of {@code told}
 */
public record NetworkAccount(
        String name,
        Supplier<FakeAccount> made,
        Failure failure,
        Told told,
        Supplier<FakeAccount> near,
        Told toldNear) {
    /**
     * What a diagnosis says of a cause: ids only.
     *
     * @param cause the id of the first cause; {@code unknown} where nothing is at fault
     * @param resources the ids of all its objects
     * @param stop the first hop of the path that is not passed, {@code HOP ID VERDICT}; {@code ""} where all are
     */
    public record Told(String cause, Certainty certainty, Set<String> resources, String stop) {
        public Told {
            resources = new TreeSet<>(resources);
        }

        /** Nothing is blamed, and the path is open from end to end. */
        public static final Told OPEN = new Told("unknown", Certainty.POSSIBLE, Set.of(), "");

        public static Told of(Diagnosis diagnosis) {
            return new Told(
                    diagnosis.causes().getFirst().id(),
                    diagnosis.causes().getFirst().certainty(),
                    Set.copyOf(diagnosis.causes().getFirst().resources().ids()),
                    diagnosis.path().stream()
                            .filter(hop -> !hop.verdict().equals("passed"))
                            .findFirst()
                            .map(Told::shown)
                            .orElse(""));
        }

        private static String shown(Hop hop) {
            return String.join(" ", hop.hop(), hop.id(), hop.verdict());
        }
    }

    /** The account, in which the task is found among the stopped ones. */
    public FakeAccount account() {
        return made.get().task(task());
    }

    /** The account that differs in one fact. */
    public FakeAccount twin() {
        return near.get().task(task());
    }

    public Task task() {
        return failure.task();
    }

    public Subject subject() {
        return new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", "api", Failure.TASK, "api:42");
    }

    /** The id of the cause that must stand first. */
    public String cause() {
        return told.cause();
    }

    /** Where the packets stop, {@code HOP ID VERDICT}. */
    public String stop() {
        return told.stop();
    }

    /** The ids that the finding must hold. */
    public List<String> resources() {
        return List.copyOf(told.resources());
    }

    @Override
    public String toString() {
        return name;
    }
}
