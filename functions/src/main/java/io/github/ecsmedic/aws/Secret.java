package io.github.ecsmedic.aws;

import io.github.ecsmedic.model.Arn;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** Reads our own secret from AWS Secrets Manager; secrets of tasks are never read. */
public final class Secret {
    private static final String OPERATION = "secretsmanager:GetSecretValue";

    private Secret() {}

    /**
     * The text of a secret.
     *
     * @param id its ARN or name
     * @param region where a name is looked up; an ARN says it itself
     * @throws CallFailed when it cannot be read or holds no text
     */
    public static String value(String id, String region) {
        return value(Clients.in(Arn.parse(id).map(Arn::region).orElse(region)), id);
    }

    static String value(Clients clients, String id) {
        GetSecretValueResponse answer;
        try {
            answer = clients.secrets().getSecretValue(r -> r.secretId(id));
        } catch (SdkException e) {
            throw CallFailed.of("cannot read the secret " + id, e, OPERATION);
        }
        String text = answer.secretString();
        if (text == null || text.isBlank()) {
            throw new CallFailed("cannot read the secret " + id + ": it holds no text");
        }
        return text;
    }
}
