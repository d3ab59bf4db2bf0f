package io.github.ecsmedic.network;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Its lowest address. */
    public Address first() {
        int shift = base.bits() - length;
        return new Address(base.value().shiftRight(shift).shiftLeft(shift), base.bits());
    }

    /** The address behind its highest one; empty at the end of all addresses. */
    public Optional<Address> following() {
        BigInteger next = first().value().add(BigInteger.ONE.shiftLeft(base.bits() - length));
        return next.bitLength() > base.bits() ? Optional.empty() : Optional.of(new Address(next, base.bits()));
    }

    /** Its lower and its upper half, for a range of more than one address. */
    Stream<Cidr> halves() {
        BigInteger middle = first().value().setBit(base.bits() - length - 1);
        return Stream.of(new Cidr(first(), length + 1), new Cidr(new Address(middle, base.bits()), length + 1));
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
