package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.notify.UnknownReason;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps for the digest the reasons that no signature recognised.
 *
 * <p>After their failures were recorded: what cannot be kept is lost and told in the log, and brings no event back.
 */
record Unrecognised(Parts parts) {
    /** What could not be kept. */
    List<Delivery> keep(List<Fate> fates) {
        List<Delivery> lost = new ArrayList<>();
        for (Fate fate : fates) {
            if (fate instanceof Fate.Recorded recorded) {
                recorded.fresh()
                        .filter(Metrics::unrecognised)
                        .ifPresent(
                                diagnosis -> keep(diagnosis, recorded.incident().id(), lost));
            }
        }
        return lost;
    }

    private void keep(Diagnosis diagnosis, String incident, List<Delivery> lost) {
        try {
            parts.unrecognised()
                    .accept(UnknownReason.of(diagnosis), parts.clock().instant());
        } catch (LedgerException e) {
            lost.add(Delivery.refused("archive", incident, "", e));
        }
    }
}
