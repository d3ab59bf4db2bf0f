package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows the ceiling above the role, which its owner must raise. */
public final class ChangePermissionCeiling implements Fix {
    @Override
    public String id() {
        return "change-permission-ceiling";
    }

    @Override
    public String says() {
        return "let the owner of the permissions boundary or of the organisation allow the action";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("iam.boundary_or_scp_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String role = cause.resources().first("role");
        return role.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "iam:GetRole",
                        Aws.cli(
                                subject.region(),
                                "iam",
                                "get-role",
                                "--role-name",
                                Arn.lastPart(role),
                                "--query",
                                "Role.PermissionsBoundary"),
                        List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "a statement in the role itself changes nothing while the ceiling denies "
                + cause.resources().first("action");
    }
}
