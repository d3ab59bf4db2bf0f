package io.github.ecsmedic.account;

import java.util.List;

/** A network interface; {@code addresses} are its private ones, IPv4 and IPv6. */
public record NetworkInterface(String id, String subnet, List<String> addresses, List<String> securityGroups) {
    public NetworkInterface {
        addresses = List.copyOf(addresses);
        securityGroups = List.copyOf(securityGroups);
    }
}
