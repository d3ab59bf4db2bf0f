package io.github.ecsmedic.fix;

import com.google.re2j.Pattern;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives the role exactly the right that it lacks. */
public final class GrantRole implements Fix {
    private static final Pattern DESCRIBES =
            Pattern.compile("(?:autoscaling|ec2|elasticloadbalancing):Describe[A-Za-z]+");
    private static final Pattern SUFFIX = Pattern.compile(".*-[A-Za-z0-9?]{6}|.*\\*");

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
        return Set.of(
                "iam.execution_role_denied",
                "iam.infrastructure_role_denied",
                "iam.service_role_denied",
                "iam.task_role_denied",
                "storage.efs_denied");
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
                        PolicyStatement.document(statements(cause, action, on))),
                Aws.cli(subject.region(), "iam", "delete-role-policy", "--role-name", name, "--policy-name", policy)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        String allowed = cause.resources().first("simulated-allowed");
        return "every task with this role gets the right"
                + (allowed.isEmpty()
                        ? ""
                        : "; the simulation says that the role has it already, so look first at what the simulation does not"
                                + " see: the policies of the resource, its key, the VPC endpoint and the organisation");
    }

    /** What is always needed together, so that the next start does not fail at the next action. */
    private static final Map<String, List<String>> TOGETHER = Map.of(
            "ecr:BatchGetImage",
                    List.of("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
            "logs:CreateLogStream", List.of("logs:CreateLogStream", "logs:PutLogEvents"));

    /** The login and what lists know no resource; any other action without a resource is not guessed. */
    private static List<String> on(Cause cause, String action) {
        return action.equals("ecr:GetAuthorizationToken") || DESCRIBES.matches(action)
                ? List.of("*")
                : cause.resources().ids("denied-resource").stream()
                        .map(GrantRole::matching)
                        .distinct()
                        .toList();
    }

    /** What is encrypted with a key of the customer's needs that key as well, through its own service only. */
    private static List<PolicyStatement> statements(Cause cause, String action, List<String> on) {
        List<String> together = TOGETHER.getOrDefault(action, List.of(action));
        String key = cause.resources().first("key");
        String via = cause.resources().first("via-service");
        if (action.startsWith("kms:")) {
            return List.of(new PolicyStatement(together, on, via));
        }
        PolicyStatement missing = new PolicyStatement(together, on);
        String bucket = cause.resources().first("bucket");
        if (!bucket.isEmpty()) {
            return List.of(missing, new PolicyStatement(List.of("s3:GetBucketLocation"), List.of(bucket)));
        }
        return key.startsWith("arn:")
                ? List.of(missing, new PolicyStatement(List.of("kms:Decrypt"), List.of(key), via))
                : List.of(missing);
    }

    /** A message names a stream of a log group, and a secret sometimes by its name: as a policy has to name them. */
    private static String matching(String resource) {
        Optional<Arn> arn = Arn.parse(resource);
        if (arn.isEmpty()) {
            return resource;
        }
        String[] parts = arn.get().resource().split(":", -1);
        boolean group = arn.get().service().equals("logs") && parts[0].equals("log-group") && parts.length > 1;
        boolean bare = arn.get().service().equals("secretsmanager") && !SUFFIX.matches(resource);
        return group
                ? new Arn(
                                arn.get().partition(),
                                "logs",
                                arn.get().region(),
                                arn.get().account(),
                                "log-group:" + parts[1] + ":*")
                        .toString()
                : bare ? resource + "-??????" : resource;
    }
}
