/** The explicit lists of every signature, check, cause and fix. */
@NullMarked
package io.github.ecsmedic.catalogue;

import org.jspecify.annotations.NullMarked;
