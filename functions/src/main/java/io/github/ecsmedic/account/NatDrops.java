package io.github.ecsmedic.account;

/**
 * What a NAT gateway could not forward in a span of time.
 *
 * @param portErrors connections for which it had no port left
 * @param droppedPackets packets that it dropped
 */
public record NatDrops(double portErrors, double droppedPackets) {}
