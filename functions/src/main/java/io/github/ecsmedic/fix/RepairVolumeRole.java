package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets ECS make the EBS volume with its infrastructure role. */
public final class RepairVolumeRole implements Fix {
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                    + "\"ecs.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final String POLICY =
            "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRolePolicyForVolumes";

    @Override
    public String id() {
        return "repair-volume-role";
    }

    @Override
    public String says() {
        return "let ECS use the infrastructure role, and the role the volume's key";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("iam.infrastructure_role_denied", "storage.ebs_attach");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String role = Arn.lastPart(cause.resources().first("role"));
        boolean volume = cause.id().equals("storage.ebs_attach");
        if (role.isEmpty()) {
            return volume ? List.of() : List.of(find(subject));
        }
        if (!volume && !cause.resources().first("action").isEmpty()) {
            return List.of(rights(role, subject));
        }
        Step trust = new Step.ByHand(
                "iam:UpdateAssumeRolePolicy",
                Aws.cli(
                        subject.region(),
                        "iam",
                        "update-assume-role-policy",
                        "--role-name",
                        role,
                        "--policy-document",
                        TRUST),
                List.of());
        Step volumes = new Step.ByHand(
                "iam:AttachRolePolicy", policy("attach", role, subject), policy("detach", role, subject));
        return volume ? List.of(trust, volumes) : List.of(trust);
    }

    /** It is assumed, and lacks a right: what it has tells which purpose it was made for. */
    private static Step rights(String role, Subject subject) {
        return new Step.ByHand(
                "iam:ListAttachedRolePolicies",
                Aws.cli(subject.region(), "iam", "list-attached-role-policies", "--role-name", role),
                List.of());
    }

    /** The message names no role; the capacity provider does. */
    private static Step find(Subject subject) {
        return new Step.ByHand(
                "ecs:DescribeCapacityProviders",
                Aws.cli(
                        subject.region(),
                        "ecs",
                        "describe-capacity-providers",
                        "--query",
                        "capacityProviders[].managedInstancesProvider.infrastructureRoleArn"),
                List.of());
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        String key = cause.resources().first("key");
        if (cause.id().equals("iam.infrastructure_role_denied")) {
            return "the role must trust ecs.amazonaws.com and have the rights of its purpose (volumes or managed instances),"
                    + " and who deploys must be allowed to pass it (iam:PassRole)";
        }
        return "the first command replaces the whole trust policy of the role"
                + (key.isEmpty() ? "" : "; the policy of key " + key + " must let the role use it as well");
    }

    private static List<String> policy(String verb, String role, Subject subject) {
        return Aws.cli(subject.region(), "iam", verb + "-role-policy", "--role-name", role, "--policy-arn", POLICY);
    }
}
