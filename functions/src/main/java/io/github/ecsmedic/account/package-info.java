/** Ports through which facts of the account are read, and the records of those facts. */
@NullMarked
package io.github.ecsmedic.account;

import org.jspecify.annotations.NullMarked;
