package io.github.ecsmedic.model;

import java.util.List;

/** The decisive lines of the culprit's own log stream, at most five; all empty when no log was read. */
public record LogTail(String group, String stream, List<String> lines) {
    public static final LogTail NONE = new LogTail("", "", List.of());

    /** Where a quotation begins in a sentence of ours. */
    private static final String QUOTES = ": ";

    /** Shorter texts stand in a line by chance and give nothing away. */
    private static final int TELLING = 4;

    public LogTail {
        lines = List.copyOf(lines);
    }

    /** Where a sentence goes over to quoting one of the lines, or a part of one up to a cut; -1 when it quotes none. */
    public int quotedFrom(String sentence) {
        String text = sentence.endsWith("…") ? sentence.substring(0, sentence.length() - 1) : sentence;
        for (int at = text.indexOf(QUOTES); at >= 0; at = text.indexOf(QUOTES, at + 1)) {
            String rest = text.substring(at + QUOTES.length()).strip();
            if (rest.length() >= TELLING && lines.stream().anyMatch(line -> line.contains(rest))) {
                return at + QUOTES.length();
            }
        }
        return -1;
    }
}
