package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads of AWS Secrets Manager and of the parameters of AWS Systems Manager.
 *
 * <p>Names, states and versions only: no operation that returns a value stands here.
 */
public interface Vault {
    /** By ARN or name; empty when there is none in that region ({@code secretsmanager:DescribeSecret}). */
    Answer<Optional<Secret>> secret(String region, String id);

    /** The ids of all its versions, also of those without a stage ({@code secretsmanager:ListSecretVersionIds}). */
    Answer<List<String>> versions(String region, String id);

    /** Secrets whose name begins so, in one request ({@code secretsmanager:ListSecrets}). */
    Answer<List<Name>> secretsLike(String region, String prefix);

    /** Those of the names that exist ({@code ssm:DescribeParameters}). */
    Answer<List<Parameter>> parameters(String region, List<String> names);

    /** Parameters whose name begins so, in one request ({@code ssm:DescribeParameters}). */
    Answer<List<Parameter>> parametersLike(String region, String prefix);

    /** A secret's name and ARN, which ends in six characters that change when it is created anew. */
    record Name(String name, String arn) {}

    /**
     * A secret.
     *
     * @param key the key that encrypts it, as an ARN, id or alias; {@code ""} for Secrets Manager's own
     * @param deletedAt the day on which its deletion was asked for, or {@code ""}
     * @param stages version id → its stages ({@code AWSCURRENT} …); versions without one are missing
     */
    record Secret(String arn, String name, String key, String deletedAt, Map<String, List<String>> stages) {
        public Secret {
            stages = Map.copyOf(stages);
        }

        /** Whether a version has this stage. */
        public boolean staged(String stage) {
            return stages.values().stream().anyMatch(all -> all.contains(stage));
        }
    }

    /**
     * A parameter.
     *
     * @param type {@code String}, {@code StringList} or {@code SecureString}
     * @param key the key that encrypts a SecureString, or {@code ""}
     * @param version its newest version
     */
    record Parameter(
            String name, String type, String key, @Nullable Long version) {}
}
