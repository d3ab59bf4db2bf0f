package io.github.ecsmedic.account;

/**
 * Something that is registered in a target group.
 *
 * @param id an address, or an instance's id
 * @param state {@code healthy}, {@code unhealthy}, {@code unused}, {@code initial}, {@code draining} …
 * @param reason e.g. {@code Target.Timeout}, or {@code ""}
 * @param description a sentence for the reason, or {@code ""}
 */
public record Target(String id, String zone, String state, String reason, String description) {}
