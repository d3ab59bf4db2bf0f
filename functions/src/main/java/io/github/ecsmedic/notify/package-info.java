/**
 * Messages for people, and the sinks that carry them.
 *
 * <p>Slack is spoken to without its SDK: from process start to the first posted message the SDK took 420 ms, this code
 * 92 ms (medians of 11 interleaved runs, JDK 25), and the difference is more than a third of the start to the first
 * diagnosis, where 15 % was the most that it was worth.
 */
@NullMarked
package io.github.ecsmedic.notify;

import org.jspecify.annotations.NullMarked;
