package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets ECS assume the role for tasks. */
public final class TrustEcsTasks implements Fix {
    @Override
    public String id() {
        return "trust-ecs-tasks";
    }

    @Override
    public String says() {
        return "let ECS assume the role";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("iam.role_trust");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String role = Arn.lastPart(cause.resources().first("role"));
        return role.isEmpty()
                ? List.of()
                : List.of(
                        new Step.ByHand(
                                "iam:GetRole",
                                Aws.cli(
                                        subject.region(),
                                        "iam",
                                        "get-role",
                                        "--role-name",
                                        role,
                                        "--query",
                                        "Role.AssumeRolePolicyDocument"),
                                List.of()),
                        new Step.ByHand(
                                "iam:UpdateAssumeRolePolicy",
                                update(
                                        subject,
                                        role,
                                        PolicyStatement.trust(
                                                ecs(cause),
                                                cause.resources().ids("trusted-service"),
                                                subject.account())),
                                update(subject, role, "file://trust-before.json")));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "the second command replaces the whole trust policy: keep what the first one prints as trust-before.json, and add to"
                + " the new one whoever else must go on assuming the role";
    }

    /** Which service of ECS wants the role. */
    static String ecs(Cause cause) {
        String wanted = cause.resources().first("wanted-service");
        return wanted.isEmpty() ? "ecs-tasks.amazonaws.com" : wanted;
    }

    private static List<String> update(Subject subject, String role, String policy) {
        return Aws.cli(
                subject.region(), "iam", "update-assume-role-policy", "--role-name", role, "--policy-document", policy);
    }
}
