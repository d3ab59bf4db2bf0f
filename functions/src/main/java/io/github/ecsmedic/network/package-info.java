/** Addresses, routes and rules: pure arithmetic over the facts of a VPC, which knows nothing of ECS. */
@NullMarked
package io.github.ecsmedic.network;

import org.jspecify.annotations.NullMarked;
