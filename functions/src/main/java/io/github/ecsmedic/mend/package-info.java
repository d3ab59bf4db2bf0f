/** Whether a fix may be applied, and how it is applied once: modes, guards, plans and approvals. Pure. */
@NullMarked
package io.github.ecsmedic.mend;

import org.jspecify.annotations.NullMarked;
