package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Roles;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/** AWS IAM through the SDK. */
final class SdkRoles implements Roles {
    private static final String ROLE = "iam:GetRole";
    private static final String PROFILE = "iam:GetInstanceProfile";
    private static final String SIMULATE = "iam:SimulatePrincipalPolicy";

    private final Clients clients;
    private final Reads reads;

    SdkRoles(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<Role>> role(String arn) {
        String name = Arn.lastPart(arn);
        return reads.ask(
                "role " + arn,
                ROLE,
                () -> reads.sendUnless("NoSuchEntity", ROLE, () -> clients.iam().getRole(r -> r.roleName(name)))
                        .map(answer -> role(arn, needed(answer.role(), ROLE))));
    }

    /** IAM looks up by name in our own account; a role of that name may be another one. */
    private static Role role(String arn, software.amazon.awssdk.services.iam.model.Role role) {
        String found = needed(role.arn(), ROLE);
        if (Arn.parse(arn).isPresent() && !arn.equals(found)) {
            throw new NoAnswer("another role of that name", ROLE, "");
        }
        String policy = needed(role.assumeRolePolicyDocument(), ROLE);
        TrustPolicy trust = TrustPolicy.of(policy, ROLE);
        return new Role(found, text(role.roleName()), trust.trusted(), trust.conditional(), role.createDate());
    }

    @Override
    public Answer<Optional<String>> instanceRole(String profileArn) {
        String name = Arn.lastPart(profileArn);
        return reads.ask(
                "instance profile " + profileArn,
                PROFILE,
                () -> reads.sendUnless(
                                "NoSuchEntity",
                                PROFILE,
                                () -> clients.iam().getInstanceProfile(r -> r.instanceProfileName(name)))
                        .map(answer -> needed(answer.instanceProfile(), PROFILE))
                        .flatMap(profile -> listed(profile.hasRoles(), profile.roles(), PROFILE).stream()
                                .map(role -> needed(role.arn(), PROFILE))
                                .findFirst()));
    }

    @Override
    public Answer<Decision> simulate(String roleArn, String action, String resource) {
        return reads.ask("simulate " + roleArn + " " + action + " " + resource, SIMULATE, () -> {
            SimulatePrincipalPolicyResponse answer = reads.send(
                    SIMULATE,
                    () -> clients.iam()
                            .simulatePrincipalPolicy(r -> r.policySourceArn(roleArn)
                                    .actionNames(action)
                                    .resourceArns(resource)));
            if (answer.evaluationResults().isEmpty()) {
                throw NoAnswer.empty(SIMULATE);
            }
            return decision(answer.evaluationResults().getFirst(), action, resource);
        });
    }

    /** As IAM names action and resource. */
    static Decision decision(EvaluationResult result) {
        return decision(result, needed(result.evalActionName(), SIMULATE), text(result.evalResourceName()));
    }

    private static Decision decision(EvaluationResult result, String action, String resource) {
        var boundary = result.permissionsBoundaryDecisionDetail();
        var organization = result.organizationsDecisionDetail();
        return new Decision(
                action,
                resource,
                needed(result.evalDecisionAsString(), SIMULATE),
                boundary != null && Boolean.FALSE.equals(boundary.allowedByPermissionsBoundary()),
                organization != null && Boolean.FALSE.equals(organization.allowedByOrganizations()),
                result.missingContextValues());
    }
}
