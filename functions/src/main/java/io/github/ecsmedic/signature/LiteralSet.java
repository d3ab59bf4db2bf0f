package io.github.ecsmedic.signature;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Some of the {@link Literals}, by their numbers. */
final class LiteralSet {
    private final long[] bits;

    LiteralSet(int size) {
        bits = new long[(size + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int number) {
        bits[number >> 6] |= 1L << number;
    }

    void addAll(LiteralSet others) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= others.bits[i];
        }
    }

    boolean has(int number) {
        return (bits[number >> 6] & 1L << number) != 0;
    }

    boolean hasAny(LiteralSet others) {
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & others.bits[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean hasAll(LiteralSet others) {
        for (int i = 0; i < bits.length; i++) {
            if ((others.bits[i] & ~bits[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** One of them, null where there is none. */
    @Nullable LiteralSet first() {
        LiteralSet first = new LiteralSet(bits.length * Long.SIZE);
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] != 0) {
                first.bits[i] = Long.lowestOneBit(bits[i]);
                return first;
            }
        }
        return null;
    }

    int size() {
        int size = 0;
        for (long some : bits) {
            size += Long.bitCount(some);
        }
        return size;
    }

    void forEach(IntConsumer consumer) {
        for (int i = 0; i < bits.length; i++) {
            for (long left = bits[i]; left != 0; left &= left - 1) {
                consumer.accept((i << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }
}
