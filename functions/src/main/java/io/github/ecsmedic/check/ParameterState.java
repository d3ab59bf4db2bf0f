package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Vault.Parameter;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.References.Used;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Asks which parameters of Systems Manager do not exist, and what they were probably meant to be. Values are never read.
 *
 * <p>Its fault is {@code missing}. Names that the message complains of are not asked again.
 */
public final class ParameterState implements Check {
    /** For so many missing names a like one is looked for, with at most two requests each. */
    private static final int LIKE = 2;

    private static final String DESCRIBE = "ssm:DescribeParameters";

    @Override
    public String id() {
        return "parameter-state";
    }

    @Override
    public String question() {
        return "Which of the parameters do not exist";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(References.ACTIONS), DESCRIBE);
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        boolean named = inquiry.seen().facts().has(Fact.PARAMETER);
        return switch (inquiry.seen().label()) {
            case "secrets.not_found" ->
                named
                        ? stated(inquiry)
                        : inquiry.seen().facts().has(Fact.SECRET)
                                ? new NotApplicable("the message names a secret")
                                : look(inquiry);
            case "secrets.unknown" -> look(inquiry);
            default -> new NotApplicable("the message does not leave open whether the parameter exists");
        };
    }

    /** ECS lists exactly those that do not exist. */
    private static CheckResult stated(Inquiry inquiry) {
        List<String> names = List.of(inquiry.seen().facts().get(Fact.PARAMETER).split(",", -1)).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        List<Reference> missing = References.meant(inquiry, Reference.Kind.PARAMETER)
                        instanceof Known<List<Used>>(List<Used> used, String _)
                ? used.stream().map(Used::reference).toList()
                : List.of();
        String says = "The message says that " + String.join(", ", names)
                + (names.size() == 1 ? " does not exist" : " do not exist");
        return near(inquiry, names, missing, new Evidence(says, "message"));
    }

    private static CheckResult look(Inquiry inquiry) {
        return Reads.then(References.meant(inquiry, Reference.Kind.PARAMETER), (used, _) -> {
            List<Reference> own = used.stream()
                    .map(Used::reference)
                    .filter(r -> visible(r, inquiry.subject().account()))
                    .toList();
            if (own.isEmpty()) {
                return new NotApplicable("the task definition refers to no parameter of this account");
            }
            Map<String, List<Reference>> byRegion =
                    own.stream().collect(Collectors.groupingBy(Reference::region, TreeMap::new, Collectors.toList()));
            List<Evidence> fine = new ArrayList<>();
            for (Map.Entry<String, List<Reference>> e : byRegion.entrySet()) {
                CheckResult result = in(inquiry, e.getKey(), e.getValue());
                if (!(result instanceof Passed passed)) {
                    return result;
                }
                fine.addAll(passed.evidence());
            }
            return new Passed(Resources.NONE, fine, List.of());
        });
    }

    /** AWS's own parameters and those that another account shares are not listed. */
    private static boolean visible(Reference reference, String account) {
        return !reference.id().startsWith("/aws/")
                && (reference.account().isEmpty() || reference.account().equals(account));
    }

    private static CheckResult in(Inquiry inquiry, String region, List<Reference> wanted) {
        List<String> names = wanted.stream().map(Reference::id).distinct().toList();
        return switch (inquiry.account().vault().parameters(region, names)) {
            case Unknown<List<Parameter>> unknown -> Inconclusive.because(unknown);
            case Known<List<Parameter>>(List<Parameter> found, String source) -> {
                Set<String> there = found.stream().map(Parameter::name).collect(Collectors.toSet());
                List<Reference> missing =
                        wanted.stream().filter(r -> !there.contains(r.id())).toList();
                yield missing.isEmpty()
                        ? new Passed(
                                Resources.NONE, new Evidence(String.join(", ", names) + " exist in " + region, source))
                        : near(
                                inquiry,
                                missing.stream().map(Reference::id).distinct().toList(),
                                missing,
                                new Evidence(
                                        "There is no parameter "
                                                + missing.stream()
                                                        .map(Reference::id)
                                                        .distinct()
                                                        .collect(Collectors.joining(", "))
                                                + " in " + region,
                                        source));
            }
        };
    }

    private static CheckResult near(Inquiry inquiry, List<String> names, List<Reference> missing, Evidence first) {
        Resources named = new Resources(
                names.stream().map(name -> new Resource("parameter", name)).toList());
        Near near = Near.NOTHING;
        for (Reference reference : missing.stream().limit(LIKE).toList()) {
            near = near.and(NearParameter.of(inquiry, reference));
        }
        return near.with(new Failed("missing", named, first));
    }
}
