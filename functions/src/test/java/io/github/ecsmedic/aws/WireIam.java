package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.account.Roles.Role;
import io.github.ecsmedic.model.Arn;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** AWS IAM, which looks up by name and writes policies encoded as for a URL. */
final class WireIam implements WireService {
    private final Contents.Identities identities;

    WireIam(Contents.Identities identities) {
        this.identities = identities;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "GetRole" ->
                found(
                        q,
                        identities.roles().values().stream()
                                .filter(role -> Arn.lastPart(role.arn()).equals(q.text("RoleName")))
                                .findFirst()
                                .map(role -> Tree.of("Role", role(role))));
            case "GetInstanceProfile" ->
                found(
                        q,
                        identities.instanceRoles().entrySet().stream()
                                .filter(e -> Arn.lastPart(e.getKey()).equals(q.text("InstanceProfileName")))
                                .findFirst()
                                .map(e -> Tree.of(
                                        "InstanceProfile",
                                        Tree.of(
                                                "Arn",
                                                e.getKey(),
                                                "Roles",
                                                List.of(Tree.of(
                                                        "Arn",
                                                        e.getValue(),
                                                        "RoleName",
                                                        Arn.lastPart(e.getValue())))))));
            case "SimulatePrincipalPolicy" -> simulated(q);
            default -> throw new NotRendered(q.operation());
        };
    }

    private static HttpExecuteResponse found(Question q, Optional<Tree> answer) {
        return answer.map(tree -> Protocol.QUERY.answer(q.operation(), tree))
                .orElseGet(() -> Protocol.QUERY.error(404, "NoSuchEntity"));
    }

    private static Tree role(Role role) {
        String services = role.trusted().stream().map(Tree::quoted).collect(Collectors.joining(","));
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":["
                + services + "]},\"Action\":\"sts:AssumeRole\"}]}";
        return Tree.of(
                "Arn", role.arn(),
                "RoleName", role.name(),
                "AssumeRolePolicyDocument", URLEncoder.encode(policy, UTF_8).replace("+", "%20"));
    }

    private HttpExecuteResponse simulated(Question q) {
        List<Tree> results = q.texts("ActionNames.member").stream()
                .map(action ->
                        result(decision(action, q.texts("ResourceArns.member").getFirst())))
                .toList();
        return Protocol.QUERY.answer(q.operation(), Tree.of("EvaluationResults", results, "IsTruncated", false));
    }

    private Decision decision(String action, String resource) {
        return identities
                .decisions()
                .getOrDefault(
                        action + " " + resource, new Decision(action, resource, "allowed", false, false, List.of()));
    }

    private static Tree result(Decision d) {
        return Tree.of(
                "EvalActionName",
                d.action(),
                "EvalResourceName",
                d.resource(),
                "EvalDecision",
                d.decision(),
                "MissingContextValues",
                d.missingContext(),
                "PermissionsBoundaryDecisionDetail",
                d.deniedByBoundary() ? Tree.of("AllowedByPermissionsBoundary", false) : null,
                "OrganizationsDecisionDetail",
                d.deniedByOrganization() ? Tree.of("AllowedByOrganizations", false) : null);
    }
}
