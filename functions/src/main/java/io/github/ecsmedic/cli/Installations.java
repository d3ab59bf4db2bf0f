package io.github.ecsmedic.cli;

import io.github.ecsmedic.installation.Letters;
import io.github.ecsmedic.installation.Posts;
import io.github.ecsmedic.installation.Site;
import java.time.Duration;
import java.time.Instant;

/** The way to an installation from this shell. */
interface Installations {
    /** The time there. */
    Instant now();

    /** The site in that region; {@code budget} is the time after which nothing more is read. */
    Site site(String region, Duration budget);

    /** What sends test messages from there. */
    Posts posts(String region);

    /** From one queue into another one, by their URLs. */
    Letters letters(String region, String from, String to);
}
