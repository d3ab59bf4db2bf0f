/** One read-only question a file. */
@NullMarked
package io.github.ecsmedic.check;

import org.jspecify.annotations.NullMarked;
