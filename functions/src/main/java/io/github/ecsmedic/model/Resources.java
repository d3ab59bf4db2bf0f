package io.github.ecsmedic.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** The objects of one finding, in the order in which they were met, without repeats or empty ids. */
public record Resources(List<Resource> all) {
    public static final Resources NONE = new Resources(List.of());

    public Resources {
        all = List.copyOf(
                new LinkedHashSet<>(all.stream().filter(r -> !r.id().isEmpty()).toList()));
    }

    /** Pairs of kind and id: {@code of("vpc", "vpc-1", "subnet", "subnet-2")}. */
    public static Resources of(String... kindsAndIds) {
        if (kindsAndIds.length % 2 != 0) {
            throw new IllegalArgumentException("kinds and ids come in pairs: " + Arrays.toString(kindsAndIds));
        }
        List<Resource> found = new ArrayList<>();
        for (int i = 0; i < kindsAndIds.length; i += 2) {
            found.add(new Resource(kindsAndIds[i], kindsAndIds[i + 1]));
        }
        return new Resources(found);
    }

    /** These, then those of the other that are not among them. */
    public Resources and(Resources other) {
        List<Resource> both = new ArrayList<>(all);
        both.addAll(other.all);
        return new Resources(both);
    }

    /** Those of these kinds. */
    public Resources of(List<String> kinds) {
        return new Resources(all.stream().filter(r -> kinds.contains(r.kind())).toList());
    }

    /** The first id of a kind, or {@code ""}. */
    public String first(String kind) {
        return ids(kind).stream().findFirst().orElse("");
    }

    /** Every id of a kind. */
    public List<String> ids(String kind) {
        return all.stream().filter(r -> r.kind().equals(kind)).map(Resource::id).toList();
    }

    /** Every id. */
    public List<String> ids() {
        return all.stream().map(Resource::id).distinct().toList();
    }
}
