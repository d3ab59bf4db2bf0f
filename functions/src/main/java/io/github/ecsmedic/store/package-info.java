/** The incident table: rows, transactions, leases, and the outbox of messages that have still to be told. */
@NullMarked
package io.github.ecsmedic.store;

import org.jspecify.annotations.NullMarked;
