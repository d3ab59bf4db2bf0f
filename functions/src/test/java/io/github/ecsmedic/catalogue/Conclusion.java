package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.cause.Condition.Standing;
import io.github.ecsmedic.cause.Proof;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the catalogue's rules conclude from one inquiry, straight from their conditions: the engine without its threads. */
record Conclusion(Map<String, String> standing, List<Cause> causes, Map<String, CheckResult> results) {
    static Conclusion of(Inquiry inquiry) {
        Catalogue full = Catalogue.full();
        List<CauseRule> rules =
                full.causes().stream().filter(rule -> rule.explains(inquiry)).toList();
        Map<String, CheckResult> results = new TreeMap<>();
        for (Check check : full.checks()) {
            if (rules.stream()
                    .flatMap(r -> r.conditions().stream())
                    .anyMatch(c -> c.check().equals(check.id()))) {
                results.put(check.id(), check.run(inquiry));
            }
        }
        Proof proof = new Proof(inquiry, results);
        Map<String, String> standing = new LinkedHashMap<>();
        List<Cause> causes = new ArrayList<>();
        for (CauseRule rule : rules) {
            String word = standing(rule, proof);
            standing.put(rule.id(), word);
            if (word.equals("proven") || word.equals("probable")) {
                causes.add(cause(rule, proof, word));
            }
        }
        return new Conclusion(standing, causes, results);
    }

    List<String> with(String word) {
        return standing.entrySet().stream()
                .filter(e -> e.getValue().equals(word))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String standing(CauseRule rule, Proof proof) {
        List<Standing> all = rule.conditions().stream()
                .map(c -> c.standing(proof.result(c.check())))
                .toList();
        if (all.contains(Standing.CONTRADICTED)) {
            return "refuted";
        }
        if (!all.contains(Standing.OPEN)) {
            return rule.atMost(proof).word();
        }
        Certainty sure = all.getFirst() == Standing.MET ? Certainty.PROBABLE : Certainty.POSSIBLE;
        return (sure.compareTo(rule.atMost(proof)) < 0 ? rule.atMost(proof) : sure).word();
    }

    private static Cause cause(CauseRule rule, Proof proof, String word) {
        Resources resources = Resources.NONE;
        List<Evidence> evidence = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            resources = resources.and(proof.resources(condition.check()));
            evidence.addAll(proof.evidence(condition.check()));
        }
        return new Cause(
                rule.id(),
                word.equals("proven") ? Certainty.PROVEN : Certainty.PROBABLE,
                rule.summary(proof),
                resources,
                evidence.stream().distinct().toList());
    }
}
