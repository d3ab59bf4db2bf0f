package io.github.ecsmedic.smallvpc;

import java.net.InetAddress;

/** Addresses and ranges, compared bit by bit. */
final class Bits {
    private Bits() {}

    /** Whether the range holds the address. */
    static boolean in(String range, String address) {
        return length(range, address) >= 0;
    }

    /** The length of the range's prefix if it holds the address, else -1. */
    static int length(String range, String address) {
        String[] parts = range.split("/", -1);
        byte[] one = InetAddress.ofLiteral(parts[0]).getAddress();
        byte[] other = InetAddress.ofLiteral(address).getAddress();
        int length = Integer.parseInt(parts[1]);
        if (one.length != other.length) {
            return -1;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 128 >> bit % 8;
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return -1;
            }
        }
        return length;
    }
}
