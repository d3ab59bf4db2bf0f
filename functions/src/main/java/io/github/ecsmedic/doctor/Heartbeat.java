package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Functions.Function;
import io.github.ecsmedic.installation.Gauges;
import io.github.ecsmedic.installation.Rules.Rule;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the sweep has reached its end lately. */
final class Heartbeat implements Exam {
    private static final Duration LATELY = Duration.ofMinutes(15);
    private static final int PERIOD_SECONDS = 60;

    @Override
    public String id() {
        return "heartbeat";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        StringBuilder well = new StringBuilder();
        findings.seen(
                "when the sweep ran",
                it.site()
                        .gauges()
                        .newest(
                                Gauges.HEARTBEAT,
                                it.names().sweep(),
                                PERIOD_SECONDS,
                                it.now().minus(LATELY),
                                it.now()),
                newest -> newest.ifPresentOrElse(
                        at -> well.append("the sweep ran ").append(Ago.of(at, it.now())), () -> silent(it, findings)));
        return findings.lines(well.toString());
    }

    private static void silent(Installed it, Findings findings) {
        String sweep = it.names().sweep();
        String rule = it.names().sweepRule();
        Optional<Function> function = known(it.site().functions().function(sweep));
        Instant changed = function.map(Function::modified).orElse(null);
        Optional<Rule> schedule = known(it.site().rules().rule(rule));
        if (schedule.isPresent() && !schedule.get().on()) {
            findings.red(
                    "the sweep does not run: rule " + rule + " is disabled",
                    List.of(it.aws("events enable-rule --name " + rule)));
        } else if (changed != null && Duration.between(changed, it.now()).compareTo(LATELY) < 0) {
            findings.unseen(
                    "whether the sweep runs",
                    "it was installed or changed " + Ago.of(changed, it.now()) + "; ask again in 15 min");
        } else {
            findings.red(
                    "the sweep has not reached its end for 15 minutes: nothing tells that an incident is over",
                    List.of(
                            it.aws("events describe-rule --name " + rule),
                            it.aws("logs tail " + it.names().logGroup(sweep)
                                    + " --since 1h --filter-pattern '{ $.level = \"ERROR\" }'")));
        }
    }

    private static <T> Optional<T> known(Answer<Optional<T>> answer) {
        return answer instanceof Answer.Known<Optional<T>>(Optional<T> value, String _) ? value : Optional.empty();
    }
}
