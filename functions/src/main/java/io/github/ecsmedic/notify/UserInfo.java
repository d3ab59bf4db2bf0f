package io.github.ecsmedic.notify;

import java.util.List;
import java.util.Set;

/** User and password before an {@code @}, in URLs, data source names and elsewhere. */
final class UserInfo {
    private static final Set<String> ADDRESSED =
            Set.of("mailto", "email", "e-mail", "mail", "from", "to", "cc", "by", "user", "sip");
    private static final List<String> HOST_BEGINS = List.of("tcp(", "udp(", "unix(", "//", "[", "localhost");
    private static final int LONGEST_LABEL = 63;

    private final String text;
    private final String lower;
    private final Spans found;

    /** Where the word that is read begins, and the first places in it that count; -1 while there is none. */
    private int word;

    private int scheme = -1;
    private int colon = -1;
    private int slash = -1;

    private UserInfo(String text, String lower, Spans found) {
        this.text = text;
        this.lower = lower;
        this.found = found;
    }

    static void find(String text, String lower, Spans found) {
        UserInfo reader = new UserInfo(text, lower, found);
        for (int i = 0; i < text.length(); i++) {
            reader.read(i);
        }
        reader.cut();
    }

    private void read(int i) {
        char c = text.charAt(i);
        if (Values.endsWord(c)) {
            begin(i + 1);
            scheme = -1;
        } else if (c == ':' && text.startsWith("://", i)) {
            begin(i + 3);
            scheme = i + 3;
        } else if (i >= word && c == ':' && colon < 0) {
            colon = i;
        } else if (i >= word && c == '/' && slash < 0) {
            slash = i;
        } else if (c == '@' && !lower.startsWith("sha256:", i + 1) && !lower.startsWith("sha512:", i + 1)) {
            hide(i);
        }
    }

    private void begin(int at) {
        word = at;
        colon = -1;
        slash = -1;
    }

    private void hide(int at) {
        boolean colonFirst = colon >= 0 && (slash < 0 || colon < slash);
        if (scheme >= 0) {
            if (slash < 0 || (colonFirst && !portOnly(colon + 1))) {
                found.add(word, at);
            }
            return;
        }
        int thin = lower.lastIndexOf(":thin:", Math.min(at, word + 40));
        if (thin >= word) {
            found.add(thin + 6, at);
        } else if (colonFirst && colon > word && colon < at - 1 && !addressed() && host(at + 1)) {
            found.add(colon + 1, at);
        }
    }

    private boolean addressed() {
        return ADDRESSED.contains(lower.substring(word, colon)) || lower.startsWith("arn:", word);
    }

    /** A name with a dot, a name with a port, or what drivers write around an address. */
    private boolean host(int from) {
        int end = from;
        while (end < lower.length() && end - from < LONGEST_LABEL && label(lower.charAt(end))) {
            end++;
        }
        boolean more = end > from && end + 1 < lower.length();
        return HOST_BEGINS.stream().anyMatch(begin -> lower.startsWith(begin, from))
                || (more && lower.charAt(end) == '.' && label(lower.charAt(end + 1)))
                || (more && lower.charAt(end) == ':' && Character.isDigit(lower.charAt(end + 1)));
    }

    private static boolean label(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    /** A URL that ends with the text within its password, because the text was cut. */
    private void cut() {
        boolean open = scheme >= 0 && word < text.length() && colon > word - 1 && slash < 0;
        if (open && !portOnly(colon + 1) && text.charAt(word) != '[') {
            found.add(colon + 1, text.length());
        }
    }

    private boolean portOnly(int from) {
        int end = from;
        while (end < text.length() && end - from < 6 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end - from <= 5
                && (end == text.length() || (end > from && !Character.isLetterOrDigit(text.charAt(end))));
    }
}
