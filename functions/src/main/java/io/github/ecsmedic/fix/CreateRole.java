package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates the role that the task definition names. */
public final class CreateRole implements Fix {
    private static final String MANAGED = "policy/service-role/AmazonECSTaskExecutionRolePolicy";

    @Override
    public String id() {
        return "create-role";
    }

    @Override
    public String says() {
        return "create the role, trusted by ECS";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("iam.role_missing", "iam.service_role_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String arn = cause.resources().first("role");
        String name = Arn.lastPart(arn);
        if (name.equals("AWSServiceRoleForECS") || cause.id().equals("iam.service_role_denied")) {
            return List.of(linked(subject));
        }
        if (arn.isEmpty()) {
            return Revision.of(subject);
        }
        String ecs = TrustEcsTasks.ecs(cause);
        List<Step> steps = new ArrayList<>();
        steps.add(create(arn, name, ecs, subject));
        if (ecs.equals("ecs-tasks.amazonaws.com")) {
            steps.add(attach(arn, name, subject));
        }
        return steps;
    }

    private static Step linked(Subject subject) {
        return new Step.ByHand(
                "iam:CreateServiceLinkedRole",
                Aws.cli(
                        subject.region(),
                        "iam",
                        "create-service-linked-role",
                        "--aws-service-name",
                        "ecs.amazonaws.com"),
                List.of());
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        if (cause.id().equals("iam.service_role_denied")) {
            return "ECS acts by this role where the service names none of its own, and AWS keeps its rights; a service that was"
                    + " made with a role of its own keeps that one, and lacks the right until the role has it";
        }
        return cause.resources().first("role").isEmpty()
                ? "set executionRoleArn in the copy"
                : "mind the name first: a typo in the task definition is mended there; the second command gives the rights"
                        + " of an execution role, and a task role needs other ones instead";
    }

    private static Step create(String arn, String name, String ecs, Subject subject) {
        List<String> command = new ArrayList<>(List.of("iam", "create-role", "--role-name", name));
        String resource = Arn.parse(arn).map(Arn::resource).orElse("role/" + name);
        String path = resource.substring(resource.indexOf('/'), resource.lastIndexOf('/') + 1);
        if (path.length() > 1) {
            command.addAll(List.of("--path", path));
        }
        command.addAll(
                List.of("--assume-role-policy-document", PolicyStatement.trust(ecs, List.of(), subject.account())));
        return new Step.ByHand(
                "iam:CreateRole",
                Aws.cli(subject.region(), command),
                Aws.cli(subject.region(), "iam", "delete-role", "--role-name", name));
    }

    private static Step attach(String arn, String name, Subject subject) {
        String policy = "arn:" + Arn.parse(arn).map(Arn::partition).orElse("aws") + ":iam::aws:" + MANAGED;
        return new Step.ByHand(
                "iam:AttachRolePolicy",
                Aws.cli(subject.region(), "iam", "attach-role-policy", "--role-name", name, "--policy-arn", policy),
                Aws.cli(subject.region(), "iam", "detach-role-policy", "--role-name", name, "--policy-arn", policy));
    }
}
