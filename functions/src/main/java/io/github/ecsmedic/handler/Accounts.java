package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.model.Place;
import java.time.Duration;

/** Opens the account for one diagnosis, in its region. */
@FunctionalInterface
interface Accounts {
    /** {@code budget} is the time after which nothing more is read. */
    Account open(Place place, Duration budget);

    /** The same for the diagnoses of one batch, which may share what they read; nobody who changes anything asks for it. */
    default Accounts together() {
        return this;
    }
}
