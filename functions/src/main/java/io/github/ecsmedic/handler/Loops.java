package io.github.ecsmedic.handler;

import io.github.ecsmedic.check.StartPulls;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Loop;
import io.github.ecsmedic.incident.LoopCost;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.treat.Audience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads once for an incident, when it has become a loop, what its starts pull. */
final class Loops {
    /** What it may read. */
    static final Set<String> ACTIONS = StartPulls.ACTIONS;

    /** Services that one run reads, at about eight requests each; the next run goes on. */
    static final int SERVICES = 10;

    private static final int PARTS_OF_A_SCOPE = 3;

    private final Parts parts;
    private final Audience audience;

    Loops(Parts parts, List<? extends Sink> sinks) {
        this.parts = parts;
        this.audience = new Audience(sinks, parts.clock());
    }

    /** The incidents of which it has become known. */
    List<Incident> read(Duration budget) {
        List<Incident> known = new ArrayList<>();
        int left = SERVICES;
        for (Incident incident : parts.ledger().living()) {
            List<Member> open = incident.members().stream()
                    .filter(member -> unread(incident, member))
                    .limit(left)
                    .toList();
            if (!open.isEmpty() && LoopCost.pulls(incident.diagnosis().label())) {
                left -= open.size();
                List<Loop> loops = new ArrayList<>(incident.loops());
                open.forEach(member -> loops.add(loop(incident.fingerprint(), member.scope(), budget)));
                Incident after = incident.withLoops(loops);
                Change change = new Change(incident.version(), after, Map.of());
                // who changed it meanwhile has seen it fail: the next run reads again
                if (parts.ledger().commit(new Commit(List.of(), List.of(change), audience.of(incident, after)))) {
                    known.add(after);
                }
            }
        }
        return known;
    }

    private static boolean unread(Incident incident, Member member) {
        return LoopCost.loops(member)
                && incident.loops().stream().noneMatch(loop -> loop.scope().equals(member.scope()));
    }

    /** A one-off task's network is known to nobody any more. */
    private Loop loop(Fingerprint fingerprint, String scope, Duration budget) {
        String[] names = scope.split("/", -1);
        if (names.length != PARTS_OF_A_SCOPE || !names[0].equals("service")) {
            return new Loop(scope, Loop.Pulls.UNTOLD, List.of());
        }
        Subject subject = new Subject(fingerprint.account(), fingerprint.region(), names[1], names[2], "", "");
        return StartPulls.of(subject, parts.accounts().open(fingerprint.where(), budget));
    }
}
