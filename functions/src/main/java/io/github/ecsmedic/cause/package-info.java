/** One root cause a file: the verdicts that together prove it. */
@NullMarked
package io.github.ecsmedic.cause;

import org.jspecify.annotations.NullMarked;
