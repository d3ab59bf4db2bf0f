package io.github.ecsmedic.handler;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Leads each plan and each request to its service; the VPC is the first one's. */
final class Rounds implements Outlook, Hand {
    private final Map<String, Outlook> outlooks = new LinkedHashMap<>();
    private final Map<String, Hand> hands = new LinkedHashMap<>();

    Rounds(Collection<Patient> patients, Flaw flaw) {
        patients.forEach(patient -> {
            outlooks.put(patient.name, flaw.over(patient));
            hands.put(patient.name, flaw.hand(patient));
        });
    }

    @Override
    public Answer<Mode> cap() {
        return outlooks.values().iterator().next().cap();
    }

    @Override
    public Answer<Boolean> freezes() {
        return outlooks.values().iterator().next().freezes();
    }

    @Override
    public Live live(Plan plan) {
        return outlooks.get(plan.subject().service()).live(plan);
    }

    @Override
    public Answer<String> value(Request request) {
        return hand(request).value(request);
    }

    @Override
    public Sent send(Request request) {
        return hand(request).send(request);
    }

    private Hand hand(Request request) {
        return request instanceof ServiceUpdate update
                ? hands.get(update.service())
                : hands.values().iterator().next();
    }
}
