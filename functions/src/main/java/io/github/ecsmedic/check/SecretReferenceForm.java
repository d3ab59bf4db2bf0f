package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.References.Used;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads whether every reference to a secret or parameter has a form that ECS can read.
 *
 * <p>Its fault is {@code malformed}; where the message itself says so, the definition only tells which one and why.
 */
public final class SecretReferenceForm implements Check {
    @Override
    public String id() {
        return "reference-form";
    }

    @Override
    public String question() {
        return "Is every reference to a secret or parameter well formed";
    }

    @Override
    public Set<String> actions() {
        return References.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        boolean stated = inquiry.seen().label().equals("secrets.invalid_ref");
        if (!stated && !inquiry.seen().label().equals("secrets.unknown")) {
            return new NotApplicable("the message does not complain of a reference");
        }
        return switch (References.all(inquiry)) {
            case Unknown<List<Used>> unknown ->
                stated ? said(inquiry, Optional.empty(), List.of(unknown.why()), "") : Inconclusive.because(unknown);
            case Known<List<Used>>(List<Used> used, String source) -> {
                Optional<Used> wrong = used.stream()
                        .filter(u -> u.reference().kind() == Reference.Kind.NEITHER)
                        .findFirst();
                if (stated) {
                    yield said(inquiry, wrong, List.of(), source);
                }
                yield wrong.<CheckResult>map(u -> new Failed("malformed", named(inquiry, u), fact(inquiry, u, source)))
                        .orElseGet(() -> used.isEmpty()
                                ? new NotApplicable("the task definition refers to no secret")
                                : new Passed(
                                        Resources.NONE,
                                        new Evidence(
                                                "The references to secrets and parameters are well formed", source)));
            }
        };
    }

    private static CheckResult said(Inquiry inquiry, Optional<Used> wrong, List<String> unread, String source) {
        String secret = inquiry.seen().facts().get(Fact.SECRET);
        List<Evidence> facts = new ArrayList<>(
                List.of(new Evidence("The message says that the reference to a secret is malformed", "message")));
        wrong.ifPresent(u -> facts.add(fact(inquiry, u, source)));
        return new Failed(
                "malformed",
                wrong.map(u -> named(inquiry, u)).orElseGet(() -> Resources.of("secret", secret)),
                facts,
                unread.isEmpty() ? List.of() : List.of(new Exhibit.Unread(unread)));
    }

    private static Resources named(Inquiry inquiry, Used used) {
        return Resources.of(
                "secret", inquiry.seen().facts().get(Fact.SECRET),
                "reference", used.valueFrom(),
                "container", used.container(),
                "variable", used.variable(),
                "problem", used.reference().problem());
    }

    private static Evidence fact(Inquiry inquiry, Used used, String source) {
        return new Evidence(
                used.where(inquiry.subject().taskDefinition()) + ": "
                        + used.reference().problem(),
                source);
    }
}
