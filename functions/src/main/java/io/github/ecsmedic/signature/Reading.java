package io.github.ecsmedic.signature;

/**
 * What a stopped task tells by itself.
 *
 * @param culprit the name of the container that explains the stop, or {@code ""} where none does
 * @param field where the decisive text stood
 * @param text the decisive text
 */
public record Reading(Recognition seen, String culprit, Field field, String text) {}
