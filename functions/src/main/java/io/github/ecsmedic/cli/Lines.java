package io.github.ecsmedic.cli;

/** Text that is wrapped between words; a word longer than the width stands alone and whole, so that it can be copied. */
final class Lines {
    private final int width;
    private final StringBuilder text = new StringBuilder();

    Lines(int width) {
        this.width = width;
    }

    /** Adds a paragraph, every line of it indented. */
    void add(String indent, String paragraph) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : paragraph.split(" ", -1)) {
            boolean first = line.length() == indent.length();
            if (!first && line.length() + 1 + word.length() > width) {
                text.append(line).append('\n');
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(first ? "" : " ").append(word);
            }
        }
        if (line.length() > indent.length()) {
            text.append(line).append('\n');
        }
    }

    /** Adds one line that is not wrapped, so that it can be copied. */
    void asIs(String indent, String line) {
        text.append(line.isEmpty() ? "" : indent).append(line).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    String text() {
        return text.toString();
    }
}
