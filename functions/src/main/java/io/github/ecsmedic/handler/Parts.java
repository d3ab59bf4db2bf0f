package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.treat.Wishes;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What the work is done with.
 *
 * @param ids gives a new id each time
 * @param logLines whether lines of a log may be kept and told
 * @param routing who is told where, and how loudly
 * @param wishes which fixes are wanted
 * @param sideBySide how messages, and sinks, are worked on at the same time
 * @param unrecognised keeps a reason that nobody recognised, with its time
 */
record Parts(
        Engine engine,
        Accounts accounts,
        Ledger ledger,
        Clock clock,
        Supplier<String> ids,
        boolean logLines,
        Routing routing,
        Wishes wishes,
        SideBySide sideBySide,
        BiConsumer<String, Instant> unrecognised) {
    /** Without fixes, and without a digest. */
    Parts(
            Engine engine,
            Accounts accounts,
            Ledger ledger,
            Clock clock,
            Supplier<String> ids,
            boolean logLines,
            Routing routing,
            SideBySide sideBySide) {
        this(engine, accounts, ledger, clock, ids, logLines, routing, Wishes.NONE, sideBySide, (text, at) -> {});
    }

    /** Routed by tags alone. */
    Parts(
            Engine engine,
            Accounts accounts,
            Ledger ledger,
            Clock clock,
            Supplier<String> ids,
            boolean logLines,
            SideBySide sideBySide) {
        this(engine, accounts, ledger, clock, ids, logLines, Routing.TAGS, sideBySide);
    }

    /** The same with threads. */
    Parts(Engine engine, Accounts accounts, Ledger ledger, Clock clock, Supplier<String> ids, boolean logLines) {
        this(engine, accounts, ledger, clock, ids, logLines, SideBySide.THREADS);
    }
}
