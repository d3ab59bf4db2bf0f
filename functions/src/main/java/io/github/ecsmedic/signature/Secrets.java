package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.tight;
import static io.github.ecsmedic.signature.Fact.ACTION;
import static io.github.ecsmedic.signature.Fact.ADDRESS;
import static io.github.ecsmedic.signature.Fact.DENIED_BY;
import static io.github.ecsmedic.signature.Fact.HOST;
import static io.github.ecsmedic.signature.Fact.JSON_KEY;
import static io.github.ecsmedic.signature.Fact.PARAMETER;
import static io.github.ecsmedic.signature.Fact.PHASE;
import static io.github.ecsmedic.signature.Fact.PORT;
import static io.github.ecsmedic.signature.Fact.RESOLVER;
import static io.github.ecsmedic.signature.Fact.RESOURCE;
import static io.github.ecsmedic.signature.Fact.RETRIES;
import static io.github.ecsmedic.signature.Fact.ROLE;
import static io.github.ecsmedic.signature.Fact.SECRET;
import static io.github.ecsmedic.signature.Fact.STATUS_CODE;

import java.util.List;

/** Secrets could not be injected. */
public final class Secrets {
    private static final Clue NAMED_BY_ECS = hasAny(
            "unable to retrieve secret",
            "cannot pull secrets",
            "can't pull secrets",
            "can't retrieve the secret",
            "cannot retrieve the secret",
            "fetching secret data",
            "invalid ssm parameters",
            "retrieved secret from secrets manager");
    private static final Clue NAMED_BY_SERVICE = all(
            not(Phrases.LOG_LINE),
            any(
                    hasAny(
                            "fetch secret",
                            "retrieve secret",
                            "secretsmanager:GetSecretValue",
                            "ssm:GetParameter",
                            "SSM: GetParameters",
                            "Secrets Manager: GetSecretValue",
                            "Secrets Manager can't",
                            "asm secret",
                            "ssm secret",
                            "secretsmanager."),
                    all(has("ssm."), tight("(//|lookup)ssm(-fips)?\\.[a-z]{2}-"))));
    private static final Clue INJECTION = any(NAMED_BY_ECS, NAMED_BY_SERVICE);
    private static final Clue ANY_INJECTION = any(INJECTION, Phrases.SECRETS_OR_REGISTRY);

    private Secrets() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                kmsDenied(),
                markedForDeletion(),
                jsonKeyMissing(),
                invalidJson(),
                accessDenied(),
                invalidRef(),
                notFound(),
                networkTimeout(),
                unknown());
    }

    private static Signature kmsDenied() {
        return Signature.of(
                "secrets.kms_denied",
                FAILURE,
                "The role may not use the key that encrypts the secret, or the key is disabled",
                all(
                        ANY_INJECTION,
                        hasAny(
                                "access to KMS",
                                "kms:Decrypt",
                                "KMS key",
                                "AWS KMS",
                                "ciphertext",
                                "customer master key",
                                "CMK",
                                "DecryptionFailure",
                                "KMSInvalidState",
                                "KMSAccessDenied"),
                        not(Phrases.UNREACHABLE)),
                ROLE,
                ACTION,
                RESOURCE,
                DENIED_BY,
                SECRET,
                PARAMETER,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }

    private static Signature markedForDeletion() {
        return Signature.of(
                "secrets.marked_for_deletion",
                FAILURE,
                "The secret is scheduled for deletion",
                all(
                        has("secret"),
                        hasAny("marked for deletion", "scheduled for deletion", "currently marked deleted"),
                        any(not(Phrases.LOG_LINE), INJECTION)),
                SECRET,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }

    private static Signature jsonKeyMissing() {
        return Signature.of(
                "secrets.json_key_missing",
                FAILURE,
                "The secret's JSON lacks the key that the task definition names",
                hasAny("did not contain json key", "does not contain json key", "not contain the json key"),
                JSON_KEY,
                SECRET,
                RETRIES,
                PHASE);
    }

    private static Signature invalidJson() {
        return Signature.of(
                "secrets.invalid_json",
                FAILURE,
                "A key of the secret is asked for, but the secret's value is not JSON",
                all(
                        ANY_INJECTION,
                        hasAny(
                                "invalid character",
                                "unmarshal",
                                "end of JSON",
                                "valid JSON",
                                "invalid JSON",
                                "parse JSON",
                                "parsing JSON",
                                "not JSON",
                                "json: cannot")),
                SECRET,
                JSON_KEY,
                RETRIES,
                PHASE);
    }

    private static Signature accessDenied() {
        return Signature.of(
                "secrets.access_denied",
                FAILURE,
                "The execution role may not read the secret or parameter",
                all(INJECTION, Phrases.DENIED),
                ROLE,
                ACTION,
                RESOURCE,
                DENIED_BY,
                SECRET,
                PARAMETER,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }

    private static Signature invalidRef() {
        return Signature.of(
                "secrets.invalid_ref",
                FAILURE,
                "The reference to the secret or parameter is malformed",
                all(
                        ANY_INJECTION,
                        hasAny(
                                "invalid ARN",
                                "ARN format",
                                "malformed",
                                "arn: invalid",
                                "arn: not enough",
                                "unexpected ARN",
                                "ValidationException",
                                "InvalidParameter:",
                                "validation error(s)",
                                "Invalid name",
                                "invalid valueFrom",
                                "name must be a fully qualified ARN",
                                "can't be prefixed with",
                                "valid secret name")),
                SECRET,
                PARAMETER,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }

    private static Signature notFound() {
        return Signature.of(
                "secrets.not_found",
                FAILURE,
                "The secret or parameter does not exist in that Region",
                all(
                        INJECTION,
                        any(
                                hasAny(
                                        "invalid parameters:",
                                        "invalid ssm parameters",
                                        "ParameterNotFound",
                                        "ParameterVersionNotFound",
                                        "can't find the specified secret",
                                        "cannot find the specified secret",
                                        "secret not found",
                                        "does not exist"),
                                all(has("ResourceNotFoundException"), not(Phrases.UNREACHABLE)))),
                SECRET,
                PARAMETER,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }

    private static Signature networkTimeout() {
        return Signature.of(
                "secrets.network_timeout",
                FAILURE,
                "The task cannot reach Secrets Manager or Systems Manager",
                all(INJECTION, Phrases.UNREACHABLE),
                HOST,
                ADDRESS,
                PORT,
                RESOLVER,
                SECRET,
                RETRIES,
                PHASE);
    }

    private static Signature unknown() {
        return Signature.fallback(
                "secrets.unknown",
                FAILURE,
                "A secret could not be injected, and the text does not say why",
                any(NAMED_BY_ECS, NAMED_BY_SERVICE),
                SECRET,
                PARAMETER,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }
}
