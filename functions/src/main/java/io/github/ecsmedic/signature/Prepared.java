package io.github.ecsmedic.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clue made ready for many messages: its literals are bits, and patterns come last. */
sealed interface Prepared {
    boolean holds(Message message, Text text);

    /** Literals of which a text holds at least one when this holds; null where none are known. */
    default @Nullable LiteralSet needs() {
        return null;
    }

    /** Whether a pattern may have to be looked for, which takes longer than all the rest. */
    default boolean slow() {
        return false;
    }

    /**
     * All, or at least one, of literals and others.
     *
     * @param others those that need no pattern first
     * @param needs see {@link Prepared#needs}
     */
    record Group(
            boolean all,
            LiteralSet literals,
            List<Prepared> others,
            @Nullable LiteralSet needs,
            boolean slow) implements Prepared {
        @Override
        public boolean holds(Message message, Text text) {
            if (all ? !text.found().hasAll(literals) : text.found().hasAny(literals)) {
                return !all;
            }
            for (Prepared other : others) {
                if (other.holds(message, text) != all) {
                    return !all;
                }
            }
            return all;
        }
    }

    /** A literal that the automaton does not know. */
    record Unlisted(Literal literal) implements Prepared {
        @Override
        public boolean holds(Message message, Text text) {
            return literal.in(text);
        }
    }

    /** Not this. */
    record Not(Prepared clue) implements Prepared {
        @Override
        public boolean holds(Message message, Text text) {
            return !clue.holds(message, text);
        }

        @Override
        public boolean slow() {
            return clue.slow();
        }
    }

    /** A pattern, in the squeezed text or in the text with single spaces. */
    record Search(LazyPattern pattern, boolean tight) implements Prepared {
        @Override
        public boolean holds(Message message, Text text) {
            return pattern.get().matcher(tight ? text.squeezed() : text.lines()).find();
        }

        @Override
        public boolean slow() {
            return true;
        }
    }

    /** What surrounds the text. */
    record Beside(Clue.Around clue) implements Prepared {
        @Override
        public boolean holds(Message message, Text text) {
            return clue.holds(message);
        }
    }
}
