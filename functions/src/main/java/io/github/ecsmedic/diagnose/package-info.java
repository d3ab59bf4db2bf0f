/** Chooses the checks, runs them and concludes. */
@NullMarked
package io.github.ecsmedic.diagnose;

import org.jspecify.annotations.NullMarked;
