package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.List;
import java.util.Set;

/**
 * Asks IAM what the role's policies say, where the message does not name the policy that denied.
 *
 * <p>A simulated "allowed" only says that the role's own policies are not the reason: resource, endpoint and key policies
 * are no part of the simulation.
 */
public final class RolePolicy implements Check {
    private static final String UNSEEN =
            "the policies of the resource, its key and the VPC endpoint nor the organisation's"
                    + " resource policies and conditions";

    /** What {@link #simulate} may read. */
    static final Set<String> ACTIONS =
            Reads.actions(List.of(Definitions.ACTIONS, Payer.ACTIONS), "iam:SimulatePrincipalPolicy");

    @Override
    public String id() {
        return "role-policy";
    }

    @Override
    public String question() {
        return "Do the role's own policies deny the action";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(ACTIONS, StartCall.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!StartCall.possible(inquiry)) {
            return new NotApplicable("the message names no denied action");
        }
        if (!StartCall.denied(inquiry)) {
            return new NotApplicable("the message says nothing of a denial");
        }
        if (inquiry.seen().facts().has(Fact.DENIED_BY)) {
            return new NotApplicable("the message itself names the policy that denied");
        }
        return Reads.then(
                StartCall.of(inquiry),
                (need, _) -> need.map(n -> simulate(inquiry, n))
                        .orElseGet(() -> new NotApplicable("the message is about no call that could be denied")));
    }

    /** What IAM says of the call and the role that makes it. */
    static CheckResult simulate(Inquiry inquiry, StartCall need) {
        if (need.resource().isEmpty()) {
            return new Inconclusive("it is not known on what " + need.action() + " was denied: message");
        }
        return Reads.then(
                role(inquiry, inquiry.seen().facts()),
                (role, _) -> Reads.then(
                        inquiry.account().roles().simulate(role, need.action(), need.resource()),
                        (decision, source) -> verdict(role, decision, source)));
    }

    /** The role with its path, which a session's name in the message lacks. */
    private static Answer<String> role(Inquiry inquiry, Facts facts) {
        String named = facts.get(Fact.ROLE);
        return switch (Definitions.of(inquiry)) {
            case Known<TaskDefinition>(TaskDefinition definition, String source)
            when StartCall.ofApplication(inquiry) -> own(named, definition.taskRoleArn(), source);
            case Known<TaskDefinition>(TaskDefinition definition, String source) ->
                switch (Payer.of(inquiry, definition, source)) {
                    case Unknown<Payer> unknown -> named.isEmpty() ? unknown.as() : new Known<>(named, "message");
                    case Known<Payer>(Payer payer, String paid) -> {
                        boolean same = named.isEmpty() || Arn.lastPart(named).equals(Arn.lastPart(payer.role()));
                        String role = same ? payer.role() : named;
                        yield role.isEmpty() ? new Unknown<>("no role is known", paid) : new Known<>(role, paid);
                    }
                };
            case Unknown<TaskDefinition> unknown -> named.isEmpty() ? unknown.as() : new Known<>(named, "message");
        };
    }

    private static Answer<String> own(String named, String taskRole, String source) {
        boolean same = named.isEmpty() || Arn.lastPart(named).equals(Arn.lastPart(taskRole));
        String role = same ? taskRole : named;
        return role.isEmpty() ? new Unknown<>("no role is known", source) : new Known<>(role, source);
    }

    private static CheckResult verdict(String role, Decision decision, String source) {
        Resources named = Resources.of("role", role, "action", decision.action());
        String what = decision.action() + " on " + decision.resource();
        if (!decision.missingContext().isEmpty()) {
            return new Inconclusive("the policies of " + role + " depend on "
                    + String.join(", ", decision.missingContext()) + ": " + source);
        }
        if (decision.deniedByOrganization()) {
            return new Failed(
                    "organization", named, new Evidence("A policy of the organisation denies " + what, source));
        }
        if (decision.deniedByBoundary()) {
            return new Failed(
                    "boundary", named, new Evidence("The permissions boundary of " + role + " denies " + what, source));
        }
        return switch (decision.decision()) {
            case "allowed" ->
                new Passed(
                        named.and(Resources.of("simulated-allowed", decision.action())),
                        new Evidence(
                                "The simulation of " + role + " allows " + what
                                        + ", which is no proof: it sees neither " + UNSEEN,
                                source));
            case "explicitDeny" ->
                new Failed("denied", named, new Evidence("A policy of " + role + " denies " + what, source));
            default -> new Failed("denied", named, new Evidence("No policy of " + role + " allows " + what, source));
        };
    }
}
