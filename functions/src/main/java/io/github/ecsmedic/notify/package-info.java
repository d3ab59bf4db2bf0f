/** Messages for people, and the sinks that carry them. */
@NullMarked
package io.github.ecsmedic.notify;

import org.jspecify.annotations.NullMarked;
