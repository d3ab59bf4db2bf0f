package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.cause.Proof;
import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.LogPrivacy;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.OwnerTags;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A diagnosis in the making: what is known before anything is asked, and the form in which the rest is put. */
record Report(
        Subject subject,
        String label,
        AlertClass alert,
        String message,
        @Nullable Instant failedAt,
        List<NotChecked> unread) {
    /** The tag by which a service's owner keeps log lines out of every message. */
    private static final String LOG_LINES_TAG = OwnerTags.PREFIX + "log-lines";

    Report(Subject subject, String label, AlertClass alert, String message, @Nullable Instant failedAt) {
        this(subject, label, alert, message, failedAt, List.of());
    }

    Report of(Subject other) {
        return new Report(other, label, alert, message, failedAt, unread);
    }

    Report about(String otherLabel, String otherMessage) {
        return new Report(subject, otherLabel, alert, otherMessage, failedAt, unread);
    }

    /** With something that the engine itself could not read. */
    Report without(String what, Answer.Unknown<?> unknown) {
        List<NotChecked> all = Stream.concat(unread.stream(), Stream.of(new NotChecked(what, unknown.why())))
                .toList();
        return new Report(subject, label, alert, message, failedAt, all);
    }

    /** Nothing is wrong. */
    Diagnosis quiet(Account account) {
        return diagnosis(List.of(), new Conclusion(List.of(), List.of(), List.of(), List.of()), account, Shown.NOTHING);
    }

    /** With that cause, which no check brought. */
    Diagnosis told(Cause cause, Account account) {
        return diagnosis(
                List.of(cause), new Conclusion(List.of(), List.of(), List.of(), List.of()), account, Shown.NOTHING);
    }

    /** With what the checks brought. */
    Diagnosis concluded(Conclusion conclusion, Proof proof, List<Hop> path, List<Fix> fixes) {
        List<Cause> causes = conclusion.causes().isEmpty()
                ? List.of(Conclusion.unknown(proof, proof.inquiry().seen().label(), PacketPath.isOpen(path)))
                : conclusion.causes();
        List<Exhibit> exhibits =
                proof.results().values().stream().flatMap(Report::exhibits).toList();
        Account account = proof.inquiry().account();
        List<Remedy> remedies = Remedies.of(causes, fixes, new Declared(subject, account));
        OwnerTags asked = tagsOfTask(remedies, account);
        Diagnosis whole = diagnosis(causes, conclusion, account, new Shown(exhibits, path))
                .withFixes(remedies);
        return asked.read() ? whole.tagged(asked) : whole;
    }

    /** What the checks show beside their verdicts. */
    private record Shown(List<Exhibit> exhibits, List<Hop> path) {
        static final Shown NOTHING = new Shown(List.of(), List.of());

        private Shown {
            exhibits = List.copyOf(exhibits);
            path = List.copyOf(path);
        }
    }

    private Diagnosis diagnosis(List<Cause> causes, Conclusion conclusion, Account account, Shown shown) {
        List<Exhibit> exhibits = shown.exhibits();
        Answer<Optional<Service>> service = service(account);
        Report told = service instanceof Answer.Unknown<Optional<Service>> unknown ? without("service", unknown) : this;
        Diagnosis whole = new Diagnosis(
                subject,
                label,
                alert,
                message,
                failedAt,
                capacity(service),
                causes,
                conclusion.possible(),
                conclusion.refuted(),
                Stream.concat(told.unread.stream(), conclusion.notChecked().stream())
                        .toList(),
                shown.path(),
                List.of(),
                Diagnosis.Looked.NONE,
                List.of(),
                first(exhibits, Exhibit.Log.class).map(Exhibit.Log::tail).orElse(LogTail.NONE),
                first(exhibits, Exhibit.Differences.class)
                        .map(Exhibit.Differences::fields)
                        .orElse(List.of()),
                List.of(),
                account.cost(),
                tags(service));
        return hidesLog(service) ? LogPrivacy.without(whole) : whole;
    }

    /** Benign events cost no read, and a one-off task has no service. */
    private Answer<Optional<Service>> service(Account account) {
        return alert == AlertClass.BENIGN || subject.service().isEmpty()
                ? new Answer.Known<>(Optional.empty(), "")
                : account.workloads().service(subject.cluster(), subject.service());
    }

    private static Diagnosis.Capacity capacity(Answer<Optional<Service>> answer) {
        return answer instanceof Answer.Known<Optional<Service>>(Optional<Service> service, String ignored)
                ? service.map(s -> new Diagnosis.Capacity(s.running(), s.desired(), primary(s)))
                        .orElse(Diagnosis.Capacity.UNKNOWN)
                : Diagnosis.Capacity.UNKNOWN;
    }

    private static String primary(Service service) {
        return service.deployments().stream()
                .filter(d -> d.status().equals("PRIMARY"))
                .map(Service.Deployment::id)
                .findFirst()
                .orElse("");
    }

    private static OwnerTags tags(Answer<Optional<Service>> answer) {
        return answer instanceof Answer.Known<Optional<Service>>(Optional<Service> service, String ignored)
                ? service.map(s -> OwnerTags.of(s.tags())).orElse(OwnerTags.UNREAD)
                : OwnerTags.UNREAD;
    }

    /** A one-off task says by its own tags whether it may be started again; asked only where that is proposed. */
    private OwnerTags tagsOfTask(List<Remedy> remedies, Account account) {
        boolean wanted = subject.service().isEmpty()
                && remedies.stream()
                        .anyMatch(r -> r.tier() == Remedy.Tier.AUTOMATIC && r.decision() == Remedy.Decision.PROPOSED);
        return wanted
                        && account.workloads().taskTags(subject.cluster(), subject.taskArn())
                                instanceof Answer.Known<Optional<Map<String, String>>>(var tags, String ignored)
                ? tags.map(OwnerTags::of).orElse(OwnerTags.UNREAD)
                : OwnerTags.UNREAD;
    }

    /** The service's owner says so by a tag; where the tag cannot be read the lines are withheld. */
    private static boolean hidesLog(Answer<Optional<Service>> answer) {
        return switch (answer) {
            case Answer.Unknown<Optional<Service>> ignored -> true;
            case Answer.Known<Optional<Service>>(Optional<Service> service, String ignored) ->
                service.filter(s -> s.tags().getOrDefault(LOG_LINES_TAG, "").equals("off"))
                        .isPresent();
        };
    }

    private static Stream<Exhibit> exhibits(CheckResult result) {
        return switch (result) {
            case CheckResult.Failed failed -> failed.exhibits().stream();
            case CheckResult.Passed passed -> passed.exhibits().stream();
            case CheckResult.NotApplicable ignored -> Stream.empty();
            case CheckResult.Inconclusive ignored -> Stream.empty();
        };
    }

    private static <T extends Exhibit> Optional<T> first(List<Exhibit> exhibits, Class<T> kind) {
        return exhibits.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
