package io.github.ecsmedic.notify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Reads what tags and rules write of channels, owners and severities; what cannot be read is empty. */
final class Addressee {
    private static final int NAME = 80;
    private static final int OWNERS = 5;
    private static final int SHORTEST_ID = 9;

    private Addressee() {}

    /** {@code #name}, also without the hash, which a tag of ECS cannot hold; or Slack's id of a channel. */
    static Optional<String> channel(String text) {
        if (text.length() >= SHORTEST_ID && "CG".indexOf(text.charAt(0)) >= 0 && every(text, Addressee::ofAnId)) {
            return Optional.of(text);
        }
        String name = text.startsWith("#") ? text.substring(1) : text;
        boolean reads = !name.isEmpty()
                && name.length() <= NAME
                && name.equals(name.toLowerCase(Locale.ROOT))
                && every(name, c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
        return reads ? Optional.of("#" + name) : Optional.empty();
    }

    /** Names, handles, mail addresses or ids of Slack; in tags between blanks, in rules between commas. */
    static Optional<List<String>> owners(String text) {
        List<String> owners = Arrays.stream(text.replace(',', ' ').split(" "))
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .toList();
        boolean read = !owners.isEmpty()
                && owners.size() <= OWNERS
                && owners.stream().allMatch(owner -> owner.length() <= NAME && every(owner, Addressee::ofAName));
        return read ? Optional.of(owners) : Optional.empty();
    }

    static Optional<Severity> severity(String text) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(text))
                .findFirst();
    }

    private static boolean ofAnId(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean ofAName(int c) {
        return Character.isLetterOrDigit(c) || "@.-_+/".indexOf(c) >= 0;
    }

    private static boolean every(String text, IntPredicate holds) {
        return text.codePoints().allMatch(holds);
    }
}
