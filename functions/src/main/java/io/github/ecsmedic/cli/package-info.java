/** The same engine for a shell. */
@NullMarked
package io.github.ecsmedic.cli;

import org.jspecify.annotations.NullMarked;
