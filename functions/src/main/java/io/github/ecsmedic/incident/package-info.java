/** One failure that keeps failing is one incident: what joins sightings, how an incident lives and ends. Pure. */
@NullMarked
package io.github.ecsmedic.incident;

import org.jspecify.annotations.NullMarked;
