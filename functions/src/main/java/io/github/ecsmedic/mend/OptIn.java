package io.github.ecsmedic.mend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the owner of an object allows, by tags on the object itself.
 *
 * @param fixes ids of the fixes that may start by themselves in mode {@link Mode#AUTO}
 */
public record OptIn(Mode mode, Set<String> fixes) {
    /** The tag that holds the mode. */
    public static final String MODE_TAG = "ecs-medic:mode";

    /** The tag that lists fix ids, separated by spaces: values of ECS tags hold no comma. */
    public static final String FIXES_TAG = "ecs-medic:auto";

    /** What holds where nobody said anything. */
    public static final OptIn NONE = new OptIn(Mode.NOTIFY, Set.of());

    public OptIn {
        fixes = Set.copyOf(fixes);
    }

    /** By the object's tags over the installation's own. A mode that cannot be read is {@link Mode#NOTIFY}. */
    public static OptIn of(Map<String, String> tags, OptIn otherwise) {
        Mode mode = Optional.ofNullable(tags.get(MODE_TAG))
                .map(word -> Mode.of(word.strip()).orElse(Mode.NOTIFY))
                .orElse(otherwise.mode());
        return new OptIn(
                mode, Optional.ofNullable(tags.get(FIXES_TAG)).map(OptIn::ids).orElse(otherwise.fixes()));
    }

    /** What is wrong with the tags, a sentence without a full stop each; {@code known} are all fix ids. */
    public static List<String> faults(Map<String, String> tags, Set<String> known) {
        Stream<String> mode = Optional.ofNullable(tags.get(MODE_TAG)).stream()
                .filter(word -> Mode.of(word.strip()).isEmpty())
                .map(word -> "the tag " + MODE_TAG + " says neither off, notify, approve nor auto, so nothing is done");
        Stream<String> fixes = Optional.ofNullable(tags.get(FIXES_TAG)).map(OptIn::ids).orElse(Set.of()).stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .map(id -> "the tag " + FIXES_TAG + " names a fix that does not exist: " + id);
        return Stream.concat(mode, fixes).toList();
    }

    private static Set<String> ids(String value) {
        Set<String> ids = new TreeSet<>(List.of(value.strip().split(" +", -1)));
        ids.remove("");
        return ids;
    }
}
