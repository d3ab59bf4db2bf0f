package io.github.ecsmedic.notify;

/** What is wrong with a line of the rules' file, and how to mend it; {@code line} counts from 1. */
public record RuleFault(int line, String says) {
    @Override
    public String toString() {
        return "line " + line + ": " + says;
    }
}
