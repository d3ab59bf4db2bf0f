package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;

/** What turns an event into an outcome. */
@FunctionalInterface
interface Engine {
    Outcome diagnose(EcsEvent event, Account account);
}
