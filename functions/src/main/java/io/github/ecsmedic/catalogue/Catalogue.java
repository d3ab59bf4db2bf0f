package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.diagnose.Diagnoser;
import io.github.ecsmedic.diagnose.NextStarts;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.signature.Recogniser;
import io.github.ecsmedic.signature.Signature;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** All that is known: every signature, check, cause and fix, listed and ordered. */
public record Catalogue(List<Signature> signatures, List<Check> checks, List<CauseRule> causes, List<Fix> fixes) {
    public Catalogue {
        signatures = List.copyOf(signatures);
        checks = List.copyOf(checks);
        causes = List.copyOf(causes);
        fixes = List.copyOf(fixes);
    }

    /** The catalogue of this version. */
    public static Catalogue full() {
        return new Catalogue(Signatures.all(), Checks.all(), Causes.all(), Fixes.all());
    }

    /** The signatures alone, for texts without an account; loads nothing else. */
    public static Recogniser recogniser() {
        return new Recogniser(Signatures.all());
    }

    /** An engine with all of it. */
    public Diagnoser diagnoser() {
        return new Diagnoser(signatures, checks, causes, fixes);
    }

    /** The same engine for what has not failed yet. */
    public NextStarts nextStarts() {
        return new NextStarts(signatures, checks, causes, fixes);
    }

    /** Every label that a diagnosis can have, sorted. */
    public SortedSet<String> labels() {
        SortedSet<String> labels = new TreeSet<>(List.of(Recogniser.UNKNOWN.label()));
        signatures.forEach(signature -> labels.add(signature.label()));
        return labels;
    }

    /** The id of every cause that a diagnosis can name, sorted. */
    public SortedSet<String> causeIds() {
        SortedSet<String> ids = new TreeSet<>(List.of(Pages.UNKNOWN_CAUSE));
        causes.forEach(cause -> ids.add(cause.id()));
        return ids;
    }

    /** The IAM actions of a diagnosis: what the checks declare and what the engine itself reads, sorted. */
    public SortedSet<String> readActions() {
        SortedSet<String> actions = new TreeSet<>(Diagnoser.ACTIONS);
        actions.addAll(Diagnoser.AFTERMATH_ACTIONS);
        checks.forEach(check -> actions.addAll(check.actions()));
        return actions;
    }

    /** Every request that the fix may send, of an example whose objects have names in capitals. */
    public List<Request> requests(String fix) {
        return fixes.stream()
                .filter(known -> known.id().equals(fix))
                .flatMap(known -> Example.requests(known).stream())
                .toList();
    }
}
