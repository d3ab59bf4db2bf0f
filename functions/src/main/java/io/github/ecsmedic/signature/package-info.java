/** What is recognised in a message, a file a family. */
@NullMarked
package io.github.ecsmedic.signature;

import org.jspecify.annotations.NullMarked;
