package io.github.ecsmedic.aws;

import io.github.ecsmedic.json.JsonText;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads our own secret from AWS Secrets Manager; secrets of tasks are never read.
 *
 * <p>It is one signed request and not the SDK's client, so that the function that faces Slack has no client but that of
 * its queue.
 */
final class Secret {
    static final String OPERATION = "secretsmanager:GetSecretValue";

    private static final SignedCall.Service SERVICE = new SignedCall.Service("secretsmanager", "SECRETS_MANAGER");

    private final SdkWiring wiring;
    private final String region;

    Secret(SdkWiring wiring, String region) {
        this.wiring = wiring;
        this.region = region;
    }

    String value(String id) {
        String text;
        try {
            text = text(id);
        } catch (SdkException e) {
            throw CallFailed.of("cannot read the secret " + id, e, OPERATION);
        }
        if (text.isBlank()) {
            throw new CallFailed("cannot read the secret " + id + ": it holds no text");
        }
        return text;
    }

    /** {@code ""} when it holds none. */
    String text(String id) {
        return new SignedCall(wiring, SERVICE, region)
                .answer(new SignedCall.Question(
                        "",
                        Map.of(),
                        Map.of(
                                "Content-Type",
                                "application/x-amz-json-1.1",
                                "X-Amz-Target",
                                "secretsmanager.GetSecretValue"),
                        JsonText.object(json -> json.writeStringField("SecretId", id))))
                .text("SecretString");
    }
}
