package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.HubNeighbours;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Neighbours;
import io.github.ecsmedic.check.RecentChanges;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.AlsoAffected;
import io.github.ecsmedic.model.Diagnosis.Change;
import io.github.ecsmedic.model.Diagnosis.Looked;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked once the first cause of a failure is known: who else is hit, and what was changed before. */
final class Aftermath {
    /** What it may read. */
    static final Set<String> ACTIONS = Stream.of(Neighbours.ACTIONS, HubNeighbours.ACTIONS, RecentChanges.ACTIONS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final String DOCKER_HUB_LIMIT = "registry.dockerhub_rate_limit";

    private final List<Evidence> facts = new ArrayList<>();
    private final List<NotChecked> unread = new ArrayList<>();
    private List<AlsoAffected> affected = List.of();
    private Looked looked = Looked.NONE;
    private List<Change> changes = List.of();

    private Aftermath() {}

    /** The diagnosis with what was found; the same when its cause is about nothing that others share or change. */
    static Diagnosis of(Diagnosis concluded, Inquiry inquiry, List<CauseRule> rules) {
        if (concluded.alert() != AlertClass.FAILURE) {
            return concluded;
        }
        Cause first = concluded.causes().getFirst();
        Optional<CauseRule> rule =
                rules.stream().filter(r -> r.id().equals(first.id())).findFirst();
        List<Check> questions = rule.map(r -> questions(r, concluded)).orElseGet(List::of);
        if (questions.isEmpty()) {
            return concluded;
        }
        inquiry.account().settled();
        Map<String, CheckResult> results = Verdicts.of(questions, inquiry);
        Aftermath aftermath = new Aftermath();
        results.forEach(aftermath::take);
        return aftermath.added(concluded, inquiry);
    }

    /** Others are said to be hit only by what is proven to be broken. */
    private static List<Check> questions(CauseRule rule, Diagnosis concluded) {
        Cause cause = concluded.causes().getFirst();
        List<Check> questions = new ArrayList<>();
        if (rule.id().equals(DOCKER_HUB_LIMIT)) {
            questions.add(new HubNeighbours(cause));
        } else if (cause.certainty() == Certainty.PROVEN && !rule.sharedKinds().isEmpty()) {
            questions.add(new Neighbours(cause, rule.sharedKinds()));
        }
        boolean deployed = deployed(concluded);
        if (!rule.changedKinds().isEmpty() || deployed) {
            questions.add(new RecentChanges(cause, rule.changedKinds(), deployed, concluded.failedAt()));
        }
        return questions;
    }

    /** What was deployed last is among the causes: who did it is worth a question. */
    private static boolean deployed(Diagnosis concluded) {
        return concluded.causes().stream().anyMatch(c -> c.id().startsWith("deployment."));
    }

    private void take(String check, CheckResult result) {
        switch (result) {
            case CheckResult.Failed failed -> take(check, failed.evidence(), failed.exhibits());
            case CheckResult.Passed passed -> take(check, passed.evidence(), passed.exhibits());
            case CheckResult.Inconclusive(String why) -> unread.add(new NotChecked(check, why));
            case CheckResult.NotApplicable _ -> {}
        }
    }

    private void take(String check, List<Evidence> evidence, List<Exhibit> exhibits) {
        facts.addAll(evidence);
        for (Exhibit exhibit : exhibits) {
            switch (exhibit) {
                case Exhibit.Neighbours(List<AlsoAffected> services, Looked of) -> {
                    affected = services;
                    looked = of;
                }
                case Exhibit.Changes(List<Change> made) -> changes = made;
                case Exhibit.Unread(List<String> whys) -> whys.forEach(why -> unread.add(new NotChecked(check, why)));
                case Exhibit.Log _, Exhibit.Path _, Exhibit.Differences _ -> {}
            }
        }
    }

    private Diagnosis added(Diagnosis d, Inquiry inquiry) {
        List<Cause> causes = new ArrayList<>(d.causes());
        Cause first = causes.getFirst();
        List<Evidence> evidence = Stream.concat(first.evidence().stream(), facts.stream())
                .distinct()
                .toList();
        causes.set(0, first.saying(first.summary(), evidence));
        return new Diagnosis(
                d.subject(),
                d.label(),
                d.alert(),
                d.message(),
                d.failedAt(),
                d.capacity(),
                causes,
                d.sideFindings(),
                d.refuted(),
                Stream.concat(d.notChecked().stream(), unread.stream()).toList(),
                d.path(),
                affected,
                looked,
                changes,
                d.log(),
                d.difference(),
                d.fixes(),
                inquiry.account().cost(),
                d.tags());
    }
}
