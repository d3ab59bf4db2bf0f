package io.github.ecsmedic.account;

import java.util.List;

/**
 * A NAT gateway.
 *
 * @param state lower case; {@code available} is the good one
 * @param subnet {@code ""} for a regional one
 * @param publicAddresses the addresses that the world sees; none for a private one
 */
public record NatGateway(
        String id, String vpcId, String subnet, String state, boolean publicType, List<String> publicAddresses) {
    public NatGateway {
        publicAddresses = List.copyOf(publicAddresses);
    }
}
