package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.model.Symptom;
import java.util.Optional;

/** What turns an event into an outcome. */
interface Engine {
    /** What the event shows by itself, without a read; empty when it is nothing for us. */
    Optional<Symptom> symptom(EcsEvent event);

    Outcome diagnose(EcsEvent event, Account account);
}
