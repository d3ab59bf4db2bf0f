/** Settings, read once and reported whole when they are wrong. */
@NullMarked
package io.github.ecsmedic.config;

import org.jspecify.annotations.NullMarked;
