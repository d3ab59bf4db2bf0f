package io.github.ecsmedic.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Every literal that is looked for, as one automaton (Aho and Corasick's, its transitions in a double array): one run
 * over a squeezed text tells which of them it holds.
 *
 * <p>The automaton is a resource, because to build it takes longer than all else that happens to the first message.
 * {@code LiteralsTest} writes it and fails when it is stale; a literal that it does not know is searched for by itself.
 */
final class Literals {
    /** Where the automaton lies. */
    static final String RESOURCE = "/literals.bin";

    /** Of fewer characters a beginning says nothing. */
    static final int SHORTEST = 12;

    /** In {@link #least}: the next number belongs to the same literal. */
    static final int MORE = 0x8000;

    private static final Literals KNOWN = read();

    /** The class of a byte, 0 for those that no literal holds. */
    private final char[] classes;
    /** The state after {@code s} and a byte of class {@code c} is {@code base[s] + c} where {@code check} says {@code s}. */
    private final char[] base;

    private final char[] check;
    /** Where to go on when no literal continues so. */
    private final char[] fail;
    /** The longest literal that ends here, as its state, 0 for none; the next is at its {@code fail}. */
    private final char[] ends;
    /** The first number of the literal whose state this is. */
    private final char[] number;
    /** How many characters lead here. */
    private final char[] depth;
    /** By number: so many characters of the literal are enough where the text was cut off. */
    private final char[] least;

    Literals(ByteBuffer table) {
        classes = next(table);
        base = next(table);
        check = next(table);
        fail = next(table);
        ends = next(table);
        number = next(table);
        depth = next(table);
        least = next(table);
    }

    static Literals known() {
        return KNOWN;
    }

    /** How many numbers there are. */
    int size() {
        return least.length;
    }

    /** The number of a squeezed literal, -1 for one that the automaton does not know. */
    int number(String literal, int least) {
        int enough = Math.min(least, literal.length());
        int state = 0;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            int to = c > 0xff ? 0 : step(state, c);
            if (to == 0) {
                return -1;
            }
            state = to;
        }
        if (state == 0 || ends[state] != state) {
            return -1;
        }
        int n = number[state];
        while (enough(n) != enough && more(n)) {
            n++;
        }
        return enough(n) == enough ? n : -1;
    }

    /** What the squeezed text holds, or has the beginning of at its end. */
    LiteralSet in(byte[] text, int length) {
        LiteralSet found = new LiteralSet(size());
        int state = 0;
        int last = 0;
        for (int i = 0; i < length; i++) {
            int b = text[i] & 0xff;
            int to = step(state, b);
            while (to == 0 && state != 0) {
                state = fail[state];
                to = step(state, b);
            }
            state = to;
            for (int end = ends[state]; end != 0; end = ends[fail[end]]) {
                add(end, Integer.MAX_VALUE, found);
            }
            last = b == '.' ? last : state;
        }
        for (int s = last; depth[s] >= SHORTEST; s = fail[s]) {
            below(s, depth[s], found);
        }
        return found;
    }

    /** The state after one more byte, 0 for none. */
    private int step(int state, int b) {
        int c = classes[b];
        int to = base[state] + c;
        return c != 0 && check[to] == state ? to : 0;
    }

    /** Adds the literals that begin as the text ends. */
    private void below(int state, int have, LiteralSet found) {
        for (int c = 1; c <= classes[0x100]; c++) {
            int to = base[state] + c;
            if (check[to] == state) {
                if (ends[to] == to) {
                    add(to, have, found);
                }
                below(to, have, found);
            }
        }
    }

    private void add(int end, int have, LiteralSet found) {
        int n = number[end];
        boolean more;
        do {
            if (enough(n) <= have) {
                found.add(n);
            }
            more = more(n);
            n++;
        } while (more);
    }

    private int enough(int n) {
        return least[n] & ~MORE;
    }

    private boolean more(int n) {
        return (least[n] & MORE) != 0;
    }

    private static char[] next(ByteBuffer table) {
        char[] part = new char[table.getInt()];
        table.asCharBuffer().get(part);
        table.position(table.position() + part.length * Character.BYTES);
        return part;
    }

    private static Literals read() {
        try (InputStream in = Objects.requireNonNull(Literals.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new Literals(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
