package io.github.ecsmedic.network;

import java.util.Optional;

/** A range of addresses: those that share the first {@code length} bits of {@code base}. */
public record Cidr(Address base, int length) {
    /** Reads {@code 10.0.0.0/16} or {@code fd00::/8}; empty when the text is no range. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String digits = text.substring(slash + 1);
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return Address.parse(text.substring(0, slash))
                .filter(address -> length <= address.bits())
                .map(address -> new Cidr(address, length));
    }

    /** Whether the address lies in it; an address of the other family does not. */
    public boolean contains(Address address) {
        int shift = base.bits() - length;
        return address.bits() == base.bits()
                && address.value().shiftRight(shift).equals(base.value().shiftRight(shift));
    }

    /** Whether every address of the other range lies in it. */
    public boolean covers(Cidr other) {
        return other.length >= length && contains(other.base);
    }
}
