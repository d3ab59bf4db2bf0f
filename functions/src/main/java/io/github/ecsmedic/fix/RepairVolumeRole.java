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
        return Set.of("storage.ebs_attach");
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
                                "iam:UpdateAssumeRolePolicy",
                                Aws.cli(
                                        subject.region(),
                                        "iam",
                                        "update-assume-role-policy",
                                        "--role-name",
                                        role,
                                        "--policy-document",
                                        TRUST),
                                List.of()),
                        new Step.ByHand(
                                "iam:AttachRolePolicy",
                                policy("attach", role, subject),
                                policy("detach", role, subject)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        String key = cause.resources().first("key");
        return "the first command replaces the whole trust policy of the role"
                + (key.isEmpty() ? "" : "; the policy of key " + key + " must let the role use it as well");
    }

    private static List<String> policy(String verb, String role, Subject subject) {
        return Aws.cli(subject.region(), "iam", verb + "-role-policy", "--role-name", role, "--policy-arn", POLICY);
    }
}
