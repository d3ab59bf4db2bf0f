/** Examines an installation from outside: what is well, what is broken and how it is mended, what could not be seen. */
@NullMarked
package io.github.ecsmedic.doctor;

import org.jspecify.annotations.NullMarked;
