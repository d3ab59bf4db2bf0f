package io.github.ecsmedic.account;

/**
 * Who has an address of a VPC.
 *
 * @param description what its owner wrote on it, e.g. {@code ELB app/front/00000000000000b1} or {@code
 *     RDSNetworkInterface}
 */
public record Occupant(NetworkInterface at, String description) {}
