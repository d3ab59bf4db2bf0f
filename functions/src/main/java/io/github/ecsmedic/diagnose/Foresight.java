package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.cause.Proof;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.NextStart.Outlook;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the catalogue's rules say of something that has not happened yet.
 *
 * <p>It is fine only when each cause that could make it fail is refuted, and would fail only when one is proven.
 *
 * @param causes proven ones
 * @param notChecked what keeps the rest open
 */
record Foresight(Outlook outlook, List<Cause> causes, List<Hop> path, List<NotChecked> notChecked) {
    static final Foresight FINE = new Foresight(Outlook.OK, List.of(), List.of(), List.of());

    /** There is no message yet: what would stand in one is taken from the task definition. */
    private static final Set<String> TOLD = Set.of("message", "event");

    /** What has not run has no log. */
    private static final String LOG = "logs:GetLogEvents";

    private static final CheckResult NOT_YET =
            new CheckResult.NotApplicable("nothing has failed yet that could have told it");

    private static final String DEFINITION = "ecs:DescribeTaskDefinition";

    Foresight {
        causes = List.copyOf(causes);
        path = List.copyOf(path);
        notChecked = List.copyOf(notChecked);
    }

    /** About a connection: every rule that explains one. */
    static Foresight ofConnection(Inquiry inquiry, List<CauseRule> rules, List<Check> checks) {
        List<Check> asked = asked(rules, checks);
        Map<String, CheckResult> results = new LinkedHashMap<>();
        Verdicts.of(asked, inquiry).forEach((check, result) -> results.put(check, fromDefinition(result)));
        return of(rules, new Proof(inquiry, results), PacketPath.of(asked, results));
    }

    /**
     * About an answer: rules of one label. What rests on a message proves nothing here. Of a rule whose first condition
     * does not hold nothing more is asked.
     */
    static Foresight ofAnswer(Inquiry inquiry, List<CauseRule> rules, List<Check> checks) {
        Set<String> first =
                rules.stream().map(rule -> rule.conditions().getFirst().check()).collect(Collectors.toSet());
        Map<String, CheckResult> results = new LinkedHashMap<>(
                answered(checks.stream().filter(c -> first.contains(c.id())).toList(), inquiry));
        Proof begun = new Proof(inquiry, results);
        List<CauseRule> standing = rules.stream()
                .filter(rule -> rule.conditions().stream()
                        .filter(c -> results.containsKey(c.check()))
                        .noneMatch(c -> c.standing(begun.result(c.check())) == Condition.Standing.CONTRADICTED))
                .toList();
        if (standing.isEmpty()) {
            return FINE;
        }
        List<Check> rest = asked(standing, checks).stream()
                .filter(c -> !results.containsKey(c.id()))
                .toList();
        results.putAll(answered(rest, inquiry));
        return of(standing, new Proof(inquiry, results), List.of());
    }

    private static Foresight of(List<CauseRule> rules, Proof proof, List<Hop> path) {
        Conclusion conclusion = Conclusion.of(rules, proof);
        List<Cause> proven = conclusion.causes().stream()
                .filter(cause -> cause.certainty() == Certainty.PROVEN)
                .toList();
        if (!proven.isEmpty()) {
            return new Foresight(Outlook.WOULD_FAIL, proven, path, List.of());
        }
        List<NotChecked> open = Stream.concat(
                        conclusion.causes().stream().map(cause -> new NotChecked(cause.id(), cause.summary())),
                        Conclusion.undecided(rules, proof).stream())
                .distinct()
                .toList();
        return new Foresight(open.isEmpty() ? Outlook.OK : Outlook.NOT_SEEN, List.of(), path, open);
    }

    /** With something that keeps even a proof from being one. */
    Foresight inDoubt(String doubt) {
        if (doubt.isEmpty()) {
            return this;
        }
        Stream<NotChecked> perhaps = causes.stream().map(cause -> new NotChecked(cause.id(), cause.summary()));
        return new Foresight(
                Outlook.NOT_SEEN,
                List.of(),
                path,
                Stream.of(Stream.of(new NotChecked("name", doubt)), perhaps, notChecked.stream())
                        .flatMap(all -> all)
                        .distinct()
                        .toList());
    }

    /** Both must be fine; of what fails the first that fails is shown. */
    static Foresight all(Collection<Foresight> parts) {
        Outlook worst = parts.stream()
                .map(Foresight::outlook)
                .max(Comparable::compareTo)
                .orElse(Outlook.OK);
        List<Foresight> decisive =
                parts.stream().filter(part -> part.outlook() == worst).toList();
        return new Foresight(
                worst,
                decisive.stream()
                        .flatMap(part -> part.causes().stream())
                        .collect(Collectors.toMap(Cause::id, cause -> cause, (one, _) -> one, LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList(),
                decisive.stream()
                        .map(Foresight::path)
                        .filter(path -> !path.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                decisive.stream()
                        .flatMap(part -> part.notChecked().stream())
                        .distinct()
                        .toList());
    }

    private static List<Check> asked(List<CauseRule> rules, List<Check> checks) {
        Set<String> wanted = rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .map(Condition::check)
                .collect(Collectors.toSet());
        return checks.stream().filter(c -> wanted.contains(c.id())).toList();
    }

    private static Map<String, CheckResult> answered(List<Check> checks, Inquiry inquiry) {
        Map<String, CheckResult> results = new LinkedHashMap<>();
        checks.stream()
                .filter(check -> check.actions().contains(LOG))
                .forEach(check -> results.put(check.id(), NOT_YET));
        Verdicts.of(checks.stream().filter(c -> !c.actions().contains(LOG)).toList(), inquiry)
                .forEach((check, result) -> results.put(check, restsOnMessage(result) ? NOT_YET : result));
        return results;
    }

    private static boolean restsOnMessage(CheckResult result) {
        return result instanceof CheckResult.Failed failed
                && failed.evidence().stream().anyMatch(e -> TOLD.contains(e.source()));
    }

    private static CheckResult fromDefinition(CheckResult result) {
        return switch (result) {
            case CheckResult.Failed(var fault, var resources, var evidence, var exhibits) ->
                new CheckResult.Failed(fault, resources, fromDefinition(evidence), exhibits);
            case CheckResult.Passed(var resources, var evidence, var exhibits) ->
                new CheckResult.Passed(resources, fromDefinition(evidence), exhibits);
            case CheckResult.NotApplicable none -> none;
            case CheckResult.Inconclusive open -> open;
        };
    }

    private static List<Evidence> fromDefinition(List<Evidence> evidence) {
        return evidence.stream()
                .map(e -> TOLD.contains(e.source()) ? new Evidence(e.fact(), DEFINITION) : e)
                .toList();
    }
}
