package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Set;

/**
 * Tells which role a denied call was made with: the execution role starts the task (login, image, secrets, environment
 * files, logs), on EC2 the instance's role where the definition has none; the task role is the application's own.
 */
public final class PayingRole implements Check {
    @Override
    public String id() {
        return "paying-role";
    }

    @Override
    public String question() {
        return "Is the role that was denied the task definition's execution role";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Definitions.ACTIONS, Payer.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!StartCall.possible(inquiry) && !StartCall.ofApplication(inquiry)) {
            return new NotApplicable("the message names no denied action");
        }
        return Reads.then(
                Definitions.of(inquiry),
                (definition, source) -> Reads.then(
                        Payer.of(inquiry, definition, source),
                        (payer, paid) -> verdict(inquiry, definition, payer, paid)));
    }

    private static CheckResult verdict(Inquiry inquiry, TaskDefinition definition, Payer payer, String source) {
        String denied = inquiry.seen().facts().get(Fact.ROLE);
        String execution = payer.role();
        String own = definition.taskRoleArn();
        boolean running = StartCall.ofApplication(inquiry);
        if (same(denied, execution) && !(running && same(denied, own))) {
            return execution(definition, payer, source);
        }
        if (same(denied, own)) {
            return new Failed(
                    "task-role",
                    Resources.of("role", own),
                    new Evidence(own + " is the task role of " + definition.name(), source));
        }
        if (!denied.isEmpty()) {
            return new Failed(
                    "other-role",
                    Resources.of("role", denied),
                    new Evidence(denied + " is no role of " + definition.name(), source));
        }
        if (running) {
            return ofApplication(definition);
        }
        if (execution.isEmpty()) {
            return new Failed(
                    "none", Resources.NONE, new Evidence(definition.name() + " has no execution role", source));
        }
        return execution(definition, payer, source);
    }

    /** The message names no role: the application's own is the task role, unless it brings other credentials. */
    private static CheckResult ofApplication(TaskDefinition definition) {
        String role = definition.taskRoleArn();
        String fact = role.isEmpty()
                ? definition.name() + " has no task role, so the application is given no credentials"
                : "The message names no role; the application is given task role " + role;
        return new Failed(
                role.isEmpty() ? "no-task-role" : "task-role-unnamed",
                Resources.of("role", role),
                new Evidence(fact, "ecs:DescribeTaskDefinition"));
    }

    private static CheckResult execution(TaskDefinition definition, Payer payer, String source) {
        String fact = payer.instance().isEmpty()
                ? payer.role() + " is the execution role of " + definition.name()
                : payer.role() + " is the role of instance " + payer.instance() + ", which pays for the start because "
                        + definition.name() + " has no execution role";
        return new Passed(Resources.of("role", payer.role(), "instance", payer.instance()), new Evidence(fact, source));
    }

    /** By account and name: the session that the message names does not hold the role's path. */
    private static boolean same(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return Arn.lastPart(one).equals(Arn.lastPart(other)) && account(one).equals(account(other));
    }

    private static String account(String arn) {
        return Arn.parse(arn).map(Arn::account).orElse("");
    }
}
