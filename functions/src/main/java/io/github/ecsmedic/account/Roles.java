package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;

/** Reads of AWS IAM. */
public interface Roles {
    /** Empty when IAM says that there is no such role ({@code iam:GetRole}). */
    Answer<Optional<Role>> role(String arn);

    /** The ARN of the role in an instance profile; empty when it holds none ({@code iam:GetInstanceProfile}). */
    Answer<Optional<String>> instanceRole(String profileArn);

    /**
     * What the role's own policies say ({@code iam:SimulatePrincipalPolicy}). Resource policies, endpoint policies and
     * key policies are not part of it, so {@code allowed} is no proof.
     */
    Answer<Decision> simulate(String roleArn, String action, String resource);

    /**
     * A role.
     *
     * @param trusted the service principals that Allow statements of its trust policy let assume it, {@code *} where
     *     everyone may; conditions are not weighed
     */
    record Role(String arn, String name, List<String> trusted) {
        public Role {
            trusted = List.copyOf(trusted);
        }
    }

    /**
     * One simulated decision.
     *
     * @param decision {@code allowed}, {@code implicitDeny} or {@code explicitDeny}
     * @param missingContext condition keys that the simulation lacked: the decision is then open
     */
    record Decision(
            String action,
            String resource,
            String decision,
            boolean deniedByBoundary,
            boolean deniedByOrganization,
            List<String> missingContext) {
        public Decision {
            missingContext = List.copyOf(missingContext);
        }
    }
}
