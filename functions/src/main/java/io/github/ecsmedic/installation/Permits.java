package io.github.ecsmedic.installation;

import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a role may do. */
public interface Permits {
    /**
     * What its inline policies allow; empty when IAM says that there is no such role ({@code iam:ListRolePolicies},
     * {@code iam:GetRolePolicy}).
     */
    Answer<Optional<List<Grant>>> grants(String role);

    /** What IAM decides about each action on each resource ({@code iam:SimulatePrincipalPolicy}). */
    Answer<List<Decision>> simulate(String roleArn, Grant asked);

    /**
     * Some actions on some objects.
     *
     * @param actions with {@code *} and {@code ?} where they are patterns
     * @param resources the same
     * @param context what its positive conditions want, by key
     */
    record Grant(List<String> actions, List<String> resources, Map<String, List<String>> context) {
        public Grant {
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
            context = Map.copyOf(context);
        }
    }
}
