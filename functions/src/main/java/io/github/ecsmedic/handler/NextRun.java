package io.github.ecsmedic.handler;

import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.treat.Audience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends the incidents of a family of one-off tasks when its next run ended well. */
final class NextRun {
    private static final int ATTEMPTS = 5;

    private final Ledger ledger;
    private final Audience audience;

    NextRun(Ledger ledger, Audience audience) {
        this.ledger = ledger;
        this.audience = audience;
    }

    /** Whether a one-off task did all that it had to. */
    static boolean endedWell(EcsEvent event) {
        return event instanceof EcsEvent.TaskStateChange(var _, Task task)
                && task.lastStatus().equals("STOPPED")
                && task.service().isEmpty()
                && !task.containers().isEmpty()
                && task.containers().stream().allMatch(c -> {
                    Integer code = c.exitCode();
                    return code != null && code == 0;
                });
    }

    /** What it ends: it costs one read where the family has not failed lately. */
    List<Incident> ends(Subject subject, EcsEvent event) {
        Optional<Fingerprint> family = Fingerprint.ofFamily(subject);
        Instant at = EventKeys.at(event);
        if (family.isEmpty() || at == null) {
            return List.of();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean lives = ledger.find(EventKeys.key(event), List.of(family.get()))
                    .under(family.get())
                    .filter(i -> i.ending() == null)
                    .isPresent();
            List<Incident> before = lives ? ledger.living() : List.of();
            List<Incident> ended = new ArrayList<>();
            List<Change> changes = new ArrayList<>();
            List<Wanted> wanted = new ArrayList<>();
            for (Incident incident : before) {
                Incident after = mine(incident, family.get())
                        ? incident.endedWell(family.get().scope(), at)
                        : incident;
                if (after.version() != incident.version()) {
                    ended.add(after);
                    changes.add(new Change(incident.version(), after, Map.of()));
                    wanted.addAll(audience.of(incident, after));
                }
            }
            if (ended.isEmpty() || ledger.commit(new Commit(List.of(), changes, wanted))) {
                return ended;
            }
        }
        return List.of();
    }

    private static boolean mine(Incident incident, Fingerprint family) {
        return incident.fingerprint().account().equals(family.account())
                && incident.fingerprint().region().equals(family.region());
    }
}
