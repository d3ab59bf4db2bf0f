package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.cause.Condition.Standing;
import io.github.ecsmedic.cause.Proof;
import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.Diagnosis.Refuted;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the verdicts of the checks mean.
 *
 * <p>A cause that rests on no check but those of a surer or more specific one is dropped: it is the same finding in
 * coarser words.
 *
 * @param causes at least probable, ranked
 * @param possible ranked
 */
record Conclusion(List<Cause> causes, List<Cause> possible, List<Refuted> refuted, List<NotChecked> notChecked) {
    /** Weighs every rule; {@code rules} stand in the order in which equally sure causes rank. */
    static Conclusion of(List<CauseRule> rules, Proof proof) {
        List<Weighed> weighed = rules.stream()
                .map(rule -> weigh(rule, proof))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(w -> w.cause().certainty()))
                .toList();
        List<Cause> kept = withoutCoarser(weighed);
        return new Conclusion(
                kept.stream().filter(c -> c.certainty() != Certainty.POSSIBLE).toList(),
                kept.stream().filter(c -> c.certainty() == Certainty.POSSIBLE).toList(),
                rules.stream()
                        .map(rule -> refute(rule, proof))
                        .flatMap(Optional::stream)
                        .toList(),
                notChecked(proof));
    }

    private record Weighed(Cause cause, Set<String> checks) {}

    private static Optional<Weighed> weigh(CauseRule rule, Proof proof) {
        List<Standing> standings = rule.conditions().stream()
                .map(c -> c.standing(proof.result(c.check())))
                .toList();
        if (standings.contains(Standing.CONTRADICTED) || !pointsAtIt(rule, standings)) {
            return Optional.empty();
        }
        Certainty certainty = standings.contains(Standing.OPEN)
                ? standings.getFirst() == Standing.MET ? Certainty.PROBABLE : Certainty.POSSIBLE
                : Certainty.PROVEN;
        Set<String> checks =
                rule.conditions().stream().map(Condition::check).collect(Collectors.toCollection(LinkedHashSet::new));
        Resources resources = checks.stream().map(proof::resources).reduce(Resources.NONE, Resources::and);
        Cause cause = new Cause(
                rule.id(),
                certainty.compareTo(rule.atMost(proof)) < 0 ? rule.atMost(proof) : certainty,
                certainty == Certainty.POSSIBLE ? rule.meaning() : rule.summary(proof),
                resources,
                resources.of(rule.sharedKinds()),
                collect(checks, proof::evidence));
        return Optional.of(new Weighed(cause, checks));
    }

    /** Something was found that speaks for it; that nothing speaks against it makes it not even possible. */
    private static boolean pointsAtIt(CauseRule rule, List<Standing> standings) {
        for (int i = 0; i < standings.size(); i++) {
            boolean positive = switch (rule.conditions().get(i)) {
                case Condition.Fails ignored -> true;
                case Condition.Passes ignored -> true;
                case Condition.DoesNotFail ignored -> false;
                case Condition.DoesNotPass ignored -> false;
                case Condition.PassLeavesOpen ignored -> false;
                case Condition.Answers ignored -> false;
                case Condition.Adds ignored -> false;
            };
            if (positive && standings.get(i) == Standing.MET) {
                return true;
            }
        }
        return false;
    }

    private static List<Cause> withoutCoarser(List<Weighed> weighed) {
        List<Cause> kept = new ArrayList<>();
        List<Set<String>> seen = new ArrayList<>();
        for (Weighed w : weighed) {
            boolean coarser = seen.stream().anyMatch(checks -> new HashSet<>(checks).containsAll(w.checks()));
            if (!coarser) {
                kept.add(w.cause());
                seen.add(w.checks());
            }
        }
        return kept;
    }

    /** The first condition against which a check speaks; one that does not apply speaks neither for nor against. */
    private static Optional<Refuted> refute(CauseRule rule, Proof proof) {
        return rule.conditions().stream()
                .filter(c -> c.standing(proof.result(c.check())) == Standing.CONTRADICTED)
                .flatMap(c -> proof.evidence(c.check()).stream().limit(1))
                .map(e -> new Refuted(rule.id(), e.fact(), e.source()))
                .findFirst();
    }

    private static List<NotChecked> notChecked(Proof proof) {
        return proof.results().entrySet().stream()
                .flatMap(entry -> unread(entry.getValue()).map(why -> new NotChecked(entry.getKey(), why)))
                .sorted(Comparator.comparing(NotChecked::check))
                .toList();
    }

    /** What leaves causes open: the checks without a verdict on which a cause still hangs that nothing speaks against. */
    static List<NotChecked> undecided(List<CauseRule> rules, Proof proof) {
        return rules.stream()
                .filter(rule -> refutes(rule, proof).isEmpty())
                .flatMap(rule -> rule.conditions().stream())
                .map(Condition::check)
                .distinct()
                .sorted()
                .<NotChecked>mapMulti((check, out) -> {
                    if (proof.result(check) instanceof CheckResult.Inconclusive(String why)) {
                        out.accept(new NotChecked(check, why));
                    }
                })
                .toList();
    }

    private static Optional<Condition> refutes(CauseRule rule, Proof proof) {
        return rule.conditions().stream()
                .filter(c -> c.standing(proof.result(c.check())) == Standing.CONTRADICTED)
                .findFirst();
    }

    /** Why it could not look, or not at all of it. */
    private static Stream<String> unread(CheckResult result) {
        return switch (result) {
            case CheckResult.Inconclusive(String why) -> Stream.of(why);
            case CheckResult.Failed failed -> unread(failed.exhibits());
            case CheckResult.Passed passed -> unread(passed.exhibits());
            case CheckResult.NotApplicable ignored -> Stream.empty();
        };
    }

    private static Stream<String> unread(List<Exhibit> exhibits) {
        return exhibits.stream()
                .<String>mapMulti((exhibit, out) -> {
                    if (exhibit instanceof Exhibit.Unread(List<String> whys)) {
                        whys.forEach(out);
                    }
                })
                .distinct();
    }

    /**
     * The single entry that stands where no cause is at least probable: what was looked at.
     *
     * @param open whether the failed connection's path was seen from end to end and is in order
     */
    static Cause unknown(Proof proof, String label, boolean open) {
        List<String> checks = proof.results().keySet().stream().sorted().toList();
        List<Evidence> looked = collect(checks, proof::evidence);
        String summary = open
                ? "Nothing is proven: as the account is configured now, the whole path is open (" + label + ")"
                : looked.isEmpty()
                        ? "Nothing is proven: the text (" + label + ") is all there is"
                        : "Nothing is proven: what was looked at does not explain this failure (" + label + ")";
        return new Cause("unknown", Certainty.POSSIBLE, summary, Resources.NONE, looked);
    }

    private static List<Evidence> collect(Iterable<String> checks, Function<String, List<Evidence>> of) {
        Stream.Builder<Evidence> found = Stream.builder();
        checks.forEach(check -> of.apply(check).forEach(found));
        return found.build().distinct().toList();
    }
}
