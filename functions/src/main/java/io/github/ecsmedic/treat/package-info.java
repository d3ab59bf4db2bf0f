/** Carries out the fixes that are wanted, for the function and for a person at a shell alike. */
@NullMarked
package io.github.ecsmedic.treat;

import org.jspecify.annotations.NullMarked;
