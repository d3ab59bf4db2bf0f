/** The words all packages share: tasks, diagnoses, causes, evidence, answers. */
@NullMarked
package io.github.ecsmedic.model;

import org.jspecify.annotations.NullMarked;
