package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Changes;
import io.github.ecsmedic.account.Changes.History;
import io.github.ecsmedic.account.Changes.Made;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis.Change;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks up who changed the objects of a cause in the day before the failure. It is evidence and decides nothing.
 *
 * @param kinds of the cause's resources that are looked up, foremost first
 * @param deployed whether the requests that deployed the failing service are looked up as well
 * @param failedAt null when it is not known
 */
public record RecentChanges(
        Cause cause,
        List<String> kinds,
        boolean deployed,
        @Nullable Instant failedAt) implements Check {
    public static final Set<String> ACTIONS = Set.of("cloudtrail:LookupEvents");

    private static final Duration BEFORE = Duration.ofHours(24);
    private static final int OBJECTS = 2;
    private static final int SHOWN = 5;

    public RecentChanges {
        kinds = List.copyOf(kinds);
    }

    @Override
    public String id() {
        return "changes";
    }

    @Override
    public String question() {
        return "What was changed at the broken objects before the failure, and by whom";
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        List<String> objects = kinds.stream()
                .flatMap(kind -> cause.resources().ids(kind).stream())
                .distinct()
                .limit(deployed ? OBJECTS - 1 : OBJECTS)
                .toList();
        boolean service = deployed && !inquiry.subject().service().isEmpty();
        if (objects.isEmpty() && !service) {
            return new NotApplicable("the cause names no object that can be changed");
        }
        Instant end = failedAt;
        if (end == null) {
            return new Inconclusive("the time of the failure is not known: cloudtrail:LookupEvents");
        }
        Map<String, Found> found = new LinkedHashMap<>();
        List<String> unread = new ArrayList<>();
        histories(inquiry, objects, service, end).forEach((object, history) -> {
            switch (history) {
                case Unknown<History> unknown -> unread.add(unknown.why());
                case Known<History>(History known, String source) -> {
                    known.changes().forEach(made -> found.putIfAbsent(made.id(), new Found(made, object)));
                    if (known.more()) {
                        unread.add("only the newest events of " + object + " were read: " + source);
                    } else if (service && known.changes().isEmpty() && objects.indexOf(object) < 0) {
                        unread.add("CloudTrail shows no request that deployed " + object
                                + " in the day before; it shows one some minutes after it was made: " + source);
                    }
                }
            }
        });
        List<Change> changes = found.values().stream()
                .sorted(Comparator.comparing((Found f) -> f.made().at()).reversed())
                .map(Found::change)
                .limit(SHOWN)
                .toList();
        return new Passed(
                Resources.NONE,
                List.of(),
                List.of(
                        new Exhibit.Changes(changes),
                        new Exhibit.Unread(unread.stream().distinct().toList())));
    }

    private static Map<String, Answer<History>> histories(
            Inquiry inquiry, List<String> objects, boolean service, Instant end) {
        Map<String, Answer<History>> histories = new LinkedHashMap<>();
        Changes changes = inquiry.account().changes();
        if (service) {
            String name = inquiry.subject().service();
            histories.put(name, changes.ofService(inquiry.subject().cluster(), name, BEFORE, end));
        }
        List<Answer<History>> read = objects.isEmpty() ? List.of() : changes.of(objects, BEFORE, end);
        for (int i = 0; i < objects.size(); i++) {
            histories.put(objects.get(i), read.get(i));
        }
        return histories;
    }

    private record Found(Made made, String object) {
        Change change() {
            return new Change(made.at(), made.by(), made.event(), object);
        }
    }
}
