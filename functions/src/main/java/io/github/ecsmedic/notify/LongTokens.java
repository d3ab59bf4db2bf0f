package io.github.ecsmedic.notify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Long stretches of letters and digits that look drawn by lot.
 *
 * <p>{@link KnownNames} are excepted; what stands right beside such a name, glued to it, is not.
 */
final class LongTokens {
    /** So many characters of random pieces make a token, one of them this long at least. */
    private static final int SHORTEST = 24;

    private static final int LONGEST_PIECE = 12;
    /** Beside a random piece of this length, others need not be free of words. */
    private static final int CERTAIN_PIECE = 16;

    private static final int PIECE = 6;
    /** Changes of kind for each character, below which a piece is made of words. */
    private static final double MIXED = 0.22;

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]+");
    /** The CDK ends the names that it makes with so many capitals and digits; temporary files end with a number. */
    private static final Pattern GENERATED_NAME = Pattern.compile("([A-Z]*[a-z]+[A-Za-z]*)(?:[0-9A-F]{8}|[0-9]{5,})");
    /** CloudFormation adds this to a name, behind a hyphen. */
    private static final Pattern GENERATED_SUFFIX = Pattern.compile("[A-Z0-9]{12,14}|[A-Za-z0-9]{12}");

    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z]{2,}[0-9]{0,4}");

    private LongTokens() {}

    static void find(String text, Spans found) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && character(text.charAt(end))) {
                end++;
            }
            if (suspicious(text.substring(at, end))) {
                for (Spans.Span free : KnownNames.within(text, at, end).outside(at, end)) {
                    if (suspicious(text.substring(free.start(), free.end()))) {
                        found.add(free.start(), free.end());
                    }
                }
            }
            at = end + 1;
        }
    }

    static boolean character(char c) {
        return inPiece(c) || c == '=' || c == '/' || c == '_' || c == '-';
    }

    private static boolean inPiece(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+';
    }

    private static boolean suspicious(String run) {
        if (run.length() < SHORTEST) {
            return false;
        }
        int sum = 0;
        int mixed = 0;
        int longest = 0;
        boolean named = false;
        int at = 0;
        while (at < run.length()) {
            int end = at;
            while (end < run.length() && inPiece(run.charAt(end))) {
                end++;
            }
            String piece = run.substring(at, end);
            boolean suffix = named && run.charAt(at - 1) == '-' && GENERATED_SUFFIX.matches(piece);
            named |= PLAIN_WORD.matches(piece);
            if (piece.length() >= PIECE && !suffix && !taskId(piece)) {
                boolean random = random(name(piece));
                sum += random ? piece.length() : 0;
                mixed += changes(piece) >= piece.length() * MIXED ? piece.length() : 0;
                longest = random ? Math.max(longest, piece.length()) : longest;
            }
            at = end + 1;
        }
        return (sum >= SHORTEST && longest >= LONGEST_PIECE) || (mixed >= SHORTEST && longest >= CERTAIN_PIECE);
    }

    /** How often the kind of character changes. */
    private static int changes(String piece) {
        int changes = 1;
        for (int i = 1; i < piece.length(); i++) {
            changes += kind(piece.charAt(i)) == kind(piece.charAt(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    /** 32 characters of hexadecimal are a task's id; as a secret they stand behind a name that says so. */
    private static boolean taskId(String piece) {
        return piece.length() == 32 && HEXADECIMAL.matches(piece);
    }

    private static String name(String piece) {
        Matcher matcher = GENERATED_NAME.matcher(piece);
        return matcher.matches() ? matcher.group(1) : piece;
    }

    /** Whether the kinds of characters change as they do in random text, and no words can be read. */
    static boolean random(String piece) {
        int changes = 0;
        int capitals = 0;
        int digits = 0;
        int inWords = 0;
        int inLongWords = 0;
        int runStart = 0;
        for (int i = 1; i <= piece.length(); i++) {
            char kind = kind(piece.charAt(i - 1));
            digits += kind == 'D' ? 1 : 0;
            capitals += kind == 'U' ? 1 : 0;
            if (i < piece.length() && kind(piece.charAt(i)) == kind) {
                continue;
            }
            if (kind == 'L') {
                boolean capital = runStart > 0 && kind(piece.charAt(runStart - 1)) == 'U';
                inWords += capital && i - runStart >= 2 ? i - runStart + 1 : 0;
                inLongWords += !capital && i - runStart >= 6 ? i - runStart : 0;
            }
            runStart = i;
            changes++;
        }
        boolean small = capitals < 3 && digits > 0;
        double least = small ? 0.12 : MIXED;
        if (digits == piece.length() || changes <= 1 || changes < piece.length() * least) {
            return false;
        }
        return inWords + (small ? 0 : inLongWords) <= piece.length() * 0.75;
    }

    private static char kind(char c) {
        if (c >= '0' && c <= '9') {
            return 'D';
        }
        return c >= 'a' && c <= 'z' ? 'L' : 'U';
    }
}
