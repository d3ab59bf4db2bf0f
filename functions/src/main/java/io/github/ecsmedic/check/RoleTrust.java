package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Roles.Role;
import io.github.ecsmedic.account.Roles.Trust;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.network.PolicyDecision;
import io.github.ecsmedic.signature.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks whether the roles with which ECS starts the task exist and let it assume them.
 *
 * <p>Faults: {@code missing}, {@code none} where the definition names no execution role, {@code trust}, and
 * {@code condition} where only a condition keeps ECS out.
 */
public final class RoleTrust implements Check {
    private static final String TASKS = "ecs-tasks.amazonaws.com";
    private static final String PLATFORM = "ecs.amazonaws.com";
    private static final String LINKED = "aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS";
    private static final Duration NEW = Duration.ofMinutes(5);

    @Override
    public String id() {
        return "role-trust";
    }

    @Override
    public String question() {
        return "Do the roles of the task exist, and may ECS assume them";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Definitions.ACTIONS), "iam:GetRole");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        String named = inquiry.seen().facts().get(Fact.ROLE);
        return switch (inquiry.seen().label()) {
            case "iam.service_linked_role" ->
                all(inquiry, List.of("arn:aws:iam::" + inquiry.subject().account() + ":role/" + LINKED));
            case "iam.assume_role" ->
                inquiry.seen().facts().get(Fact.ACTION).equalsIgnoreCase("iam:PassRole")
                        ? new NotApplicable("the message complains of who passes the role, not of the role")
                        : named.isEmpty() ? ofDefinition(inquiry) : all(inquiry, List.of(named));
            case "iam.infrastructure_role" ->
                named.isEmpty() || inquiry.seen().facts().has(Fact.ACTION)
                        ? new NotApplicable("the message does not say that the infrastructure role was not assumed")
                        : all(inquiry, List.of(named));
            default -> new NotApplicable("the message does not say that a role could not be assumed");
        };
    }

    private static CheckResult ofDefinition(Inquiry inquiry) {
        return Reads.then(Definitions.of(inquiry), (definition, source) -> {
            boolean execution = StatedCause.text(inquiry).contains("execution role");
            if (definition.executionRoleArn().isEmpty() && execution) {
                return new Failed(
                        "none",
                        Resources.of("task-definition", definition.name()),
                        new Evidence(definition.name() + " names no execution role", source));
            }
            List<String> roles = roles(definition, execution);
            return roles.isEmpty() ? new NotApplicable("the task definition names no role") : all(inquiry, roles);
        });
    }

    private static List<String> roles(TaskDefinition definition, boolean executionOnly) {
        return Stream.of(definition.executionRoleArn(), executionOnly ? "" : definition.taskRoleArn())
                .filter(role -> !role.isEmpty())
                .distinct()
                .toList();
    }

    private static CheckResult all(Inquiry inquiry, List<String> roles) {
        List<Evidence> fine = new ArrayList<>();
        List<Resource> named = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (String role : roles) {
            switch (one(inquiry, role)) {
                case Failed failed -> {
                    return failed;
                }
                case Passed passed -> {
                    fine.addAll(passed.evidence());
                    named.addAll(passed.resources().all());
                }
                case NotApplicable ignored -> {}
                case Inconclusive(String why) -> unread.add(why);
            }
        }
        return unread.isEmpty()
                ? new Passed(new Resources(named), fine, List.of())
                : new Inconclusive(unread.getFirst());
    }

    private static CheckResult one(Inquiry inquiry, String arn) {
        boolean linked = arn.endsWith(LINKED);
        return Reads.then(
                inquiry.account().roles().role(arn),
                (found, source) -> found.<CheckResult>map(role -> linked
                                ? new Passed(Resources.of("role", arn), new Evidence(arn + " exists", source))
                                : trust(inquiry, role, source))
                        .orElseGet(() -> new Failed(
                                "missing",
                                Resources.of("role", arn, "wanted-service", linked ? "" : wanted(inquiry)),
                                new Evidence("There is no role " + arn, source))));
    }

    /** Volumes and instances are made by ECS itself, tasks are run by a service of their own. */
    private static String wanted(Inquiry inquiry) {
        return inquiry.seen().label().equals("iam.infrastructure_role") ? PLATFORM : TASKS;
    }

    private static CheckResult trust(Inquiry inquiry, Role role, String source) {
        String ecs = wanted(inquiry);
        Resources named = Resources.of("role", role.arn(), "wanted-service", ecs);
        if (role.trusted().contains(ecs) || role.trusted().contains("*")) {
            return new Passed(
                    named, new Evidence(role.arn() + " exists and trusts " + ecs + age(inquiry, role), source));
        }
        List<Trust> conditional = role.conditional().stream()
                .filter(t -> t.service().equals(ecs) || t.service().equals("*"))
                .toList();
        if (conditional.isEmpty()) {
            List<String> others = new ArrayList<>(role.trusted());
            role.conditional().forEach(t -> others.add(t.service()));
            return new Failed(
                    "trust",
                    named.and(new Resources(others.stream()
                            .map(s -> new Resource("trusted-service", s))
                            .toList())),
                    new Evidence(
                            "The trust policy of " + role.arn() + " lets "
                                    + (others.isEmpty() ? "no service" : String.join(", ", others)) + " assume it, not "
                                    + ecs,
                            source));
        }
        if (conditional.stream().anyMatch(t -> met(t, inquiry.subject()))) {
            return conditional.stream()
                            .anyMatch(
                                    t -> met(t, inquiry.subject()) && t.others().isEmpty())
                    ? new Passed(named, new Evidence(role.arn() + " trusts " + ecs + " for this account", source))
                    : new Inconclusive("the trust of " + role.arn() + " depends on "
                            + String.join(", ", conditional.getFirst().others()) + ": " + source);
        }
        Trust first = conditional.getFirst();
        return new Failed(
                "condition",
                named,
                new Evidence(
                        "The trust policy of " + role.arn() + " lets " + ecs + " assume it only for "
                                + String.join(
                                        ", ",
                                        Stream.concat(first.accounts().stream(), first.sources().stream())
                                                .toList()),
                        source));
    }

    /** By account and by the ARN of what ECS runs there; other conditions are not weighed. */
    private static boolean met(Trust trust, Subject subject) {
        boolean account = trust.accounts().isEmpty()
                || trust.accounts().stream().anyMatch(a -> PolicyDecision.like(a, subject.account()));
        String task = subject.taskArn().isEmpty()
                ? "arn:aws:ecs:" + subject.region() + ":" + subject.account() + ":task/" + subject.cluster() + "/0"
                : subject.taskArn();
        String prefix = "arn:aws:ecs:" + subject.region() + ":" + subject.account() + ":";
        return account
                && (trust.sources().isEmpty()
                        || trust.sources().stream()
                                .anyMatch(s -> PolicyDecision.like(s, task) || PolicyDecision.like(s, prefix + "*")));
    }

    /** IAM takes a while until a new role is known everywhere. */
    private static String age(Inquiry inquiry, Role role) {
        Instant created = role.createdAt();
        Instant failed = inquiry.task() == null ? null : inquiry.task().times().stoppedAt();
        boolean fresh = created != null
                && failed != null
                && Duration.between(created, failed).compareTo(NEW) < 0;
        return fresh
                ? String.format(Locale.ROOT, ", but was made less than %d minutes before the failure", NEW.toMinutes())
                : "";
    }
}
