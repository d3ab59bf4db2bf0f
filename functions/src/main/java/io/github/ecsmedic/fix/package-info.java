/** One fix a file, planned as steps. */
@NullMarked
package io.github.ecsmedic.fix;

import org.jspecify.annotations.NullMarked;
