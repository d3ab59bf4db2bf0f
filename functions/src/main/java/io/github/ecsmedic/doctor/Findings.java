package io.github.ecsmedic.doctor;

import io.github.ecsmedic.doctor.Line.State;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What one exam has found so far. It is green only when nothing was broken and nothing unseen. */
final class Findings {
    private final String exam;
    private final List<Line> broken = new ArrayList<>();
    private final Map<String, List<String>> unseen = new LinkedHashMap<>();

    Findings(Exam exam) {
        this.exam = exam.id();
    }

    void red(String says, List<String> remedy) {
        broken.add(new Line(exam, State.RED, says, remedy));
    }

    /** {@code what} could not be looked at. */
    void unseen(String what, String why) {
        unseen.computeIfAbsent(why, _ -> new ArrayList<>()).add(what);
    }

    /** Hands on what is known of {@code what}. */
    <T> void seen(String what, Answer<T> answer, Consumer<T> look) {
        switch (answer) {
            case Answer.Known<T>(T value, String _) -> look.accept(value);
            case Answer.Unknown<T> unknown -> unseen(what, unknown.why());
        }
    }

    /** The same for what may not be there, which is broken. */
    <T> void there(String what, Answer<Optional<T>> answer, List<String> remedy, Consumer<T> look) {
        seen(what, answer, found -> found.ifPresentOrElse(look, () -> red(what + " does not exist", remedy)));
    }

    /** {@code well} is what stands there when all of it is. */
    List<Line> lines(String well) {
        List<Line> lines = new ArrayList<>(broken);
        unseen.forEach((why, what) ->
                lines.add(new Line(exam, State.UNSEEN, "could not look at " + listed(what) + ": " + why, List.of())));
        return lines.isEmpty() ? List.of(new Line(exam, State.GREEN, well, List.of())) : List.copyOf(lines);
    }

    private static String listed(List<String> what) {
        int last = what.size() - 1;
        return last == 0 ? what.getFirst() : String.join(", ", what.subList(0, last)) + " and " + what.get(last);
    }
}
