/** The CDK app that deploys ECS Medic. */
@NullMarked
package io.github.ecsmedic.infra;

import org.jspecify.annotations.NullMarked;
