package io.github.ecsmedic.catalogue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What there is to say about one id: a part for each kind of thing that carries it. */
public record Page(String id, List<Part> parts) {
    public Page {
        parts = List.copyOf(parts);
    }

    /**
     * One thing of the catalogue.
     *
     * @param kind {@code label}, {@code cause}, {@code check} or {@code fix}
     * @param meaning one sentence with its full stop, or a question
     */
    public record Part(String kind, String meaning, List<Section> sections) {
        public Part {
            sections = List.copyOf(sections);
        }
    }

    /** A heading with what stands under it; never without. */
    public sealed interface Section {
        String heading();
    }

    /** Prose. */
    public record Entries(String heading, List<Entry> entries) implements Section {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** Commands or a patch, line by line, to be copied as they are. What stands in capitals a diagnosis names. */
    public record Code(String heading, List<String> lines) implements Section {
        public Code {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param id an id that has a page of its own, or {@code ""}
     */
    public record Entry(String id, String says) {}

    /** Every id of the catalogue that the page names, sorted. */
    public Set<String> mentions() {
        Set<String> ids = new TreeSet<>();
        for (Part part : parts) {
            for (Section section : part.sections()) {
                switch (section) {
                    case Entries(String heading, List<Entry> entries) ->
                        entries.stream()
                                .map(Entry::id)
                                .filter(id -> !id.isEmpty())
                                .forEach(ids::add);
                    case Code ignored -> {}
                }
            }
        }
        return ids;
    }
}
