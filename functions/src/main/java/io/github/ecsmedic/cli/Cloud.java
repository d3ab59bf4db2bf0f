package io.github.ecsmedic.cli;

import io.github.ecsmedic.account.Account;
import java.time.Duration;

/** The way to AWS from this shell. */
interface Cloud {
    /** The region of environment or profile, or {@code ""}. */
    String region();

    /** The account; {@code budget} is the time after which nothing more is read. */
    Account open(String region, Duration budget);

    /** That account alone, {@code ""} for whichever the credentials are of; those of another one read nothing. */
    default Account open(String region, Duration budget, String account) {
        return open(region, budget);
    }

    /** With what fixes are applied. */
    Means means();

    /** The way to installations. */
    default Installations installations() {
        throw new IllegalStateException("a command asked for an installation");
    }

    /** Why the account cannot be read, in a sentence that says how to mend it; {@code ""} when that is not known. */
    String obstacle(String region);
}
