package io.github.ecsmedic.check;

/** Text of others, as much of it as a finding shows. */
final class Shown {
    private static final int MOST = 300;

    private Shown() {}

    static String text(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    }
}
