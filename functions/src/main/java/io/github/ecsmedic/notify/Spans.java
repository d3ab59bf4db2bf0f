package io.github.ecsmedic.notify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which characters of one text are to be hidden. */
final class Spans {
    /** Characters {@code start} to {@code end - 1}. */
    record Span(int start, int end) {}

    private final BitSet marked = new BitSet();

    void add(int start, int end) {
        if (end > start) {
            marked.set(start, end);
        }
    }

    boolean isEmpty() {
        return marked.isEmpty();
    }

    /** Whether one of these covers the whole range. */
    boolean covers(int start, int end) {
        return marked.nextClearBit(start) >= end;
    }

    /** The parts of a range that none of these covers. */
    List<Span> outside(int start, int end) {
        List<Span> free = new ArrayList<>();
        int at = start;
        while (at < end) {
            int from = marked.nextClearBit(at);
            if (from >= end) {
                break;
            }
            int next = marked.nextSetBit(from);
            int to = next < 0 ? end : Math.min(next, end);
            free.add(new Span(from, to));
            at = to;
        }
        return free;
    }

    /** The text with each marked stretch replaced by one mark. */
    String replacedBy(String mark, String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int start = marked.nextSetBit(at);
            if (start < 0 || start >= text.length()) {
                break;
            }
            shown.append(text, at, start).append(mark);
            at = Math.min(marked.nextClearBit(start), text.length());
        }
        return shown.append(text, at, text.length()).toString();
    }
}
