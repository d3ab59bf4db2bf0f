package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import java.time.Duration;

/** Opens the account for one diagnosis. */
@FunctionalInterface
interface Accounts {
    /** {@code budget} is the time after which nothing more is read. */
    Account open(String region, Duration budget);
}
