package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Recognition;
import java.util.List;
import java.util.Set;

/** What a message shows by itself, in a form that is the same for every repetition of one fault. */
final class Symptoms {
    /** Kinds of facts that name an object; those that differ from task to task are not among them. */
    private static final Set<Fact> NAMING = Set.of(
            Fact.HOST,
            Fact.IMAGE,
            Fact.ROLE,
            Fact.ACTION,
            Fact.RESOURCE,
            Fact.SECRET,
            Fact.PARAMETER,
            Fact.JSON_KEY,
            Fact.LOG_GROUP,
            Fact.STATUS_CODE,
            Fact.TARGET_GROUP,
            Fact.FILE_SYSTEM,
            Fact.PLATFORM,
            Fact.COMMAND,
            Fact.NAME,
            Fact.LACKING);

    private Symptoms() {}

    /** {@code alert} is the class as far as the message tells. */
    static Symptom of(Subject subject, Recognition seen, AlertClass alert) {
        List<String> named = seen.facts().all().entrySet().stream()
                .filter(fact -> NAMING.contains(fact.getKey()))
                .map(fact -> fact.getKey().word() + "=" + withoutTag(fact.getKey(), fact.getValue()))
                .sorted()
                .toList();
        return new Symptom(subject, seen.label(), alert, named);
    }

    /** The next revision has another tag; the repository stays. */
    private static String withoutTag(Fact kind, String value) {
        if (kind != Fact.IMAGE) {
            return value;
        }
        int digest = value.indexOf('@');
        String name = digest < 0 ? value : value.substring(0, digest);
        int tag = name.indexOf(':', name.lastIndexOf('/') + 1);
        return tag < 0 ? name : name.substring(0, tag);
    }
}
