/** Lambda entry points. */
@NullMarked
package io.github.ecsmedic.handler;

import org.jspecify.annotations.NullMarked;
