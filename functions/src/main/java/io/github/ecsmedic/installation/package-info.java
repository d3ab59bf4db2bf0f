/** What one installation of ECS Medic is made of, and the reads that tell how it is. */
@NullMarked
package io.github.ecsmedic.installation;

import org.jspecify.annotations.NullMarked;
