package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the role exactly the right that it lacks. */
public final class GrantRole implements Fix {
    @Override
    public String id() {
        return "grant-role";
    }

    @Override
    public String says() {
        return "grant the role the missing right";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("iam.execution_role_denied", "iam.task_role_denied", "storage.efs_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String role = cause.resources().first("role");
        String action = cause.resources().first("action");
        List<String> on = on(cause, action);
        if (role.isEmpty() || action.isEmpty() || on.isEmpty()) {
            return List.of();
        }
        String name = Arn.lastPart(role);
        String policy = "allow-" + action.replace(':', '-');
        return List.of(new Step.ByHand(
                "iam:PutRolePolicy",
                Aws.cli(
                        subject.region(),
                        "iam",
                        "put-role-policy",
                        "--role-name",
                        name,
                        "--policy-name",
                        policy,
                        "--policy-document",
                        new PolicyStatement(TOGETHER.getOrDefault(action, List.of(action)), on).json()),
                Aws.cli(subject.region(), "iam", "delete-role-policy", "--role-name", name, "--policy-name", policy)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "every task with this role gets the right";
    }

    /** What is always needed together, so that the next start does not fail at the next action. */
    private static final Map<String, List<String>> TOGETHER = Map.of(
            "ecr:BatchGetImage",
                    List.of("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
            "logs:CreateLogStream", List.of("logs:CreateLogStream", "logs:PutLogEvents"));

    /** The login knows no resource; any other action without a resource is not guessed. */
    private static List<String> on(Cause cause, String action) {
        List<String> resources = cause.resources().ids("denied-resource");
        return action.equals("ecr:GetAuthorizationToken") ? List.of("*") : resources;
    }
}
