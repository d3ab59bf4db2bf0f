package io.github.ecsmedic.doctor;

import io.github.ecsmedic.diagnose.SideBySide;
import io.github.ecsmedic.doctor.Line.State;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Examines an installation, and changes nothing. */
public final class Doctor {
    /** Under what the actions of fixes stand. */
    public static final String CHANGES = "changes";

    private static final List<Exam> EXAMS = List.of(
            new MembersBus(),
            new RulesOn(),
            new RulePatterns(),
            new RuleTargets(),
            new QueueDoors(),
            new QueuesThere(),
            new DeadLetters(),
            new MappingOn(),
            new FunctionsRun(),
            new VersionsAgree(),
            new Permissions(),
            new FixerOn(),
            new KillSwitch(),
            new SlackSecret(),
            new SlackAnswers(),
            new TopicHeard(),
            new TableKeeps(),
            new Heartbeat(),
            new LastEvent(),
            new AlarmsQuiet());

    private Doctor() {}

    /** Every exam, in the order in which they are told. */
    public static List<Exam> exams() {
        return EXAMS;
    }

    /** What all of them find; one line alone where there is no such installation. */
    public static List<Line> examine(Installed it) {
        return absent(it)
                ? List.of(new Line(
                        "installation",
                        State.RED,
                        "there is no installation " + it.names().installation() + " in " + it.region(),
                        List.of("scripts/deploy --name " + it.names().installation() + " --region " + it.region()
                                + " --mail ADDRESS")))
                : SideBySide.of(EXAMS, exam -> exam.of(it)).stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private static boolean absent(Installed it) {
        return Stream.<Answer<?>>of(
                        it.site().functions().function(it.names().diagnose()),
                        it.site().queues().queue(it.names().queue()),
                        it.site().stores().table(it.names().table()))
                .allMatch(answer ->
                        answer instanceof Answer.Known<?>(Object value, String _) && value.equals(Optional.empty()));
    }
}
