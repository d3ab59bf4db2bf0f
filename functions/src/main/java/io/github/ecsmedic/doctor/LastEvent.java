package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Gauges;
import java.time.Duration;
import java.util.List;

/** When an event was last worked in. That none was is no fault: an account may be quiet. */
final class LastEvent implements Exam {
    private static final Duration BACK = Duration.ofDays(14);
    private static final int PERIOD_SECONDS = 3600;

    @Override
    public String id() {
        return "last-event";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        StringBuilder well = new StringBuilder();
        findings.seen(
                "when an event came",
                it.site()
                        .gauges()
                        .newest(
                                Gauges.EVENTS,
                                it.names().diagnose(),
                                PERIOD_SECONDS,
                                it.now().minus(BACK),
                                it.now()),
                newest -> newest.ifPresentOrElse(
                        at -> well.append("an event came ").append(Ago.of(at, it.now())),
                        () -> findings.unseen("whether events arrive", "none has come for 14 days")));
        return findings.lines(well.toString());
    }
}
