package io.github.ecsmedic.network;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * An IP address as a number.
 *
 * @param bits 32 for IPv4, 128 for IPv6
 */
public record Address(BigInteger value, int bits) {
    /** RFC 1918, RFC 6598 (shared space), loopback and link-local ranges, and their IPv6 siblings. */
    static final List<Cidr> INTERNAL = List.of(
            cidr("10.0.0.0/8"),
            cidr("172.16.0.0/12"),
            cidr("192.168.0.0/16"),
            cidr("100.64.0.0/10"),
            cidr("127.0.0.0/8"),
            cidr("169.254.0.0/16"),
            cidr("fc00::/7"),
            cidr("fe80::/10"),
            cidr("::1/128"));

    /** Reads a literal, never a name; empty when the text is none. */
    public static Optional<Address> parse(String text) {
        return text.indexOf(':') >= 0 ? six(text) : four(text);
    }

    /** Whether it is one of the ranges that the internet does not route. */
    public boolean internal() {
        return INTERNAL.stream().anyMatch(range -> range.contains(this));
    }

    /** Whether it is an IPv6 address. */
    public boolean isSix() {
        return bits == 128;
    }

    private static Optional<Address> four(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long value = 0;
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            int octet = Integer.parseInt(part);
            if (octet > 255) {
                return Optional.empty();
            }
            value = value << 8 | octet;
        }
        return Optional.of(new Address(BigInteger.valueOf(value), 32));
    }

    private static Optional<Address> six(String text) {
        if (text.length() > 45 || !text.chars().allMatch(Address::belongsToSix)) {
            return Optional.empty();
        }
        try {
            InetAddress literal = InetAddress.ofLiteral(text);
            return literal instanceof Inet6Address
                    ? Optional.of(new Address(new BigInteger(1, literal.getAddress()), 128))
                    : Optional.empty();
        } catch (IllegalArgumentException notALiteral) {
            return Optional.empty();
        }
    }

    private static boolean belongsToSix(int c) {
        return c == ':' || c == '.' || Character.digit(c, 16) >= 0;
    }

    private static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }
}
