/** What EventBridge sends, as typed values. */
@NullMarked
package io.github.ecsmedic.event;

import org.jspecify.annotations.NullMarked;
