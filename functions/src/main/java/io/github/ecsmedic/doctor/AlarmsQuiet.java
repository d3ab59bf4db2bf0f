package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Gauges.Alarm;
import java.util.List;
import java.util.Set;

/** Whether one of its own alarms rings, but for those whose reason another exam sees by itself. */
final class AlarmsQuiet implements Exam {
    private static final Set<String> SEEN_ELSEWHERE =
            Set.of("dead-letters", "no-heartbeat", "requests-dead-letters", "sweep-dead-letters", "undelivered-events");

    @Override
    public String id() {
        return "alarms";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        String prefix = it.names().alarm("");
        findings.seen("the alarms", it.site().gauges().alarms(prefix), alarms -> {
            if (alarms.isEmpty()) {
                findings.red("there are no alarms " + prefix + "*", it.putBack());
            }
            alarms.stream()
                    .filter(alarm -> alarm.state().equals("ALARM"))
                    .map(Alarm::name)
                    .filter(name -> !SEEN_ELSEWHERE.contains(name.substring(prefix.length())))
                    .forEach(name -> findings.red(
                            "alarm " + name + " rings: docs/operations.md says what to do",
                            List.of(it.aws("cloudwatch describe-alarms --alarm-names " + name
                                    + " --query 'MetricAlarms[].[AlarmDescription,StateReason]'"))));
        });
        return findings.lines("none rings");
    }
}
