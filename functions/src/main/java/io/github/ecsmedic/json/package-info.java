/** Reading and writing JSON, one token after the other. */
@NullMarked
package io.github.ecsmedic.json;

import org.jspecify.annotations.NullMarked;
