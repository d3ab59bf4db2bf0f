package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     * @param trusted the service principals that Allow statements of its trust policy let assume it without condition,
     *     {@code *} where everyone may
     * @param conditional those that may assume it only under a condition
     */
    record Role(
            String arn,
            String name,
            List<String> trusted,
            List<Trust> conditional,
            @Nullable Instant createdAt) {
        public Role {
            trusted = List.copyOf(trusted);
            conditional = List.copyOf(conditional);
        }

        public Role(String arn, String name, List<String> trusted) {
            this(arn, name, trusted, List.of(), null);
        }
    }

    /**
     * A service that is trusted under conditions, all of which must hold.
     *
     * @param accounts what {@code aws:SourceAccount} may be; empty when it is not asked
     * @param sources what {@code aws:SourceArn} may be, with {@code *} and {@code ?}; empty when it is not asked
     * @param others the other condition keys, which are not weighed
     */
    record Trust(String service, List<String> accounts, List<String> sources, List<String> others) {
        public Trust {
            accounts = List.copyOf(accounts);
            sources = List.copyOf(sources);
            others = List.copyOf(others);
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
