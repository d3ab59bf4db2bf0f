package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Symptom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes two failures the same: never a text that we wrote, never a revision, a task or an address.
 *
 * @param scope {@code service/CLUSTER/NAME}, {@code family/CLUSTER/NAME}, or {@code shared} for a broken object that
 *     many services use
 * @param problem the cause with its object, or the symptom with what its message names
 */
public record Fingerprint(String account, String region, String scope, String problem) {
    private static final String SHARED = "shared";
    private static final String STORM = "storm";

    /** Kinds of objects that tell one fault of a service from another one of the same cause. */
    private static final Set<String> TELLING = Set.of(
            "container",
            "endpoint",
            "file-system",
            "hosted-zone",
            "key",
            "log-group",
            "network-acl",
            "parameter",
            "repository",
            "role",
            "secret",
            "security-group",
            "target-group");

    /** By cause; empty when none is at least probable. */
    public static Optional<Fingerprint> ofCause(Diagnosis diagnosis) {
        return diagnosis.causes().stream()
                .findFirst()
                .filter(cause -> cause.certainty() != Certainty.POSSIBLE)
                .map(cause -> of(diagnosis.subject(), cause));
    }

    /** By this cause. */
    public static Fingerprint of(Subject subject, Cause cause) {
        return cause.certainty() == Certainty.PROVEN && !cause.shared().all().isEmpty()
                ? of(subject, SHARED, cause, cause.shared().ids().stream())
                : of(subject, scope(subject), cause, telling(cause));
    }

    /** By what the event alone shows. */
    public static Fingerprint ofSymptom(Symptom symptom) {
        return new Fingerprint(
                symptom.subject().account(),
                symptom.subject().region(),
                scope(symptom.subject()),
                problem("label:" + symptom.label(), symptom.named().stream()));
    }

    /** By which the newest incident of a one-off task's family is found; empty for a service. */
    public static Optional<Fingerprint> ofFamily(Subject subject) {
        return subject.service().isEmpty()
                ? Optional.of(new Fingerprint(subject.account(), subject.region(), scope(subject), "newest"))
                : Optional.empty();
    }

    /** Of the storm in the account and region of another one. */
    public static Fingerprint ofStorm(Fingerprint there) {
        return new Fingerprint(there.account(), there.region(), STORM, STORM);
    }

    /** Whether it is that of a storm. */
    public boolean storm() {
        return scope.equals(STORM);
    }

    /** Account and region, as a key. */
    public String place() {
        return where().toString();
    }

    /** Account and region. */
    public Place where() {
        return new Place(account, region);
    }

    /** Whether it is about an object that many services use. */
    public boolean shared() {
        return scope.equals(SHARED);
    }

    /** The form in which it is a key. */
    public String key() {
        return String.join("|", account, region, scope, problem);
    }

    private static Fingerprint of(Subject subject, String scope, Cause cause, Stream<String> objects) {
        return new Fingerprint(subject.account(), subject.region(), scope, problem("cause:" + cause.id(), objects));
    }

    private static Stream<String> telling(Cause cause) {
        return cause.resources().all().stream()
                .filter(r -> TELLING.contains(r.kind()))
                .map(Resource::id);
    }

    private static String problem(String what, Stream<String> objects) {
        List<String> sorted = objects.distinct().sorted().toList();
        return Stream.concat(Stream.of(what), sorted.stream()).collect(Collectors.joining(" "));
    }

    /** A service by its name, a one-off task by the family of its task definition. */
    public static String scope(Subject subject) {
        String family = subject.taskDefinition().contains(":")
                ? subject.taskDefinition().substring(0, subject.taskDefinition().lastIndexOf(':'))
                : subject.taskDefinition();
        return subject.service().isEmpty()
                ? "family/" + subject.cluster() + "/" + family
                : "service/" + subject.cluster() + "/" + subject.service();
    }
}
