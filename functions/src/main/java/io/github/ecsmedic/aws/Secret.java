package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Arn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;

/**
 * Reads our own secret from AWS Secrets Manager; secrets of tasks are never read.
 *
 * <p>It is one signed request and not the SDK's client, so that the function that faces Slack has no client but that of
 * its queue.
 */
public final class Secret {
    private static final String OPERATION = "secretsmanager:GetSecretValue";
    private static final String SERVICE = "secretsmanager";
    private static final int ATTEMPTS = 3;
    private static final int LONGEST = 128 * 1024;
    private static final int SERVER_ERROR = 500;

    private final SdkWiring wiring;
    private final String region;

    Secret(SdkWiring wiring, String region) {
        this.wiring = wiring;
        this.region = region;
    }

    /**
     * The text of a secret.
     *
     * @param id its ARN or name
     * @param region where a name is looked up; an ARN says it itself
     * @throws CallFailed when it cannot be read or holds no text
     */
    public static String value(String id, String region) {
        return new Secret(SdkWiring.ofProcess(), Arn.parse(id).map(Arn::region).orElse(region)).value(id);
    }

    String value(String id) {
        Json answer;
        try {
            answer = answer(JsonText.object(json -> json.writeStringField("SecretId", id)));
        } catch (SdkException e) {
            throw CallFailed.of("cannot read the secret " + id, e, OPERATION);
        }
        String text = answer.text("SecretString");
        if (text.isBlank()) {
            throw new CallFailed("cannot read the secret " + id + ": it holds no text");
        }
        return text;
    }

    private Json answer(String question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return sent(question);
            } catch (AwsServiceException e) {
                if (attempt == ATTEMPTS || (e.statusCode() < SERVER_ERROR && !e.isThrottlingException())) {
                    throw e;
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw SdkClientException.create("no answer", e);
                }
            }
        }
    }

    private Json sent(String question) throws IOException {
        SignedRequest signed = signed(ContentStreamProvider.fromUtf8String(question));
        HttpExecuteRequest.Builder request = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(request::contentStreamProvider);
        HttpExecuteResponse answer =
                wiring.http().prepareRequest(request.build()).call();
        byte[] body = body(answer);
        int status = answer.httpResponse().statusCode();
        if (answer.httpResponse().isSuccessful()) {
            return Json.parse(body);
        }
        String type = status < SERVER_ERROR ? Json.parse(body).text("__type") : "";
        throw AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(type.substring(type.indexOf('#') + 1))
                        .build())
                .build();
    }

    private SignedRequest signed(ContentStreamProvider body) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint())
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "secretsmanager.GetSecretValue")
                .build();
        return AwsV4HttpSigner.create()
                .sign(to -> to.identity(wiring.credentials().resolveCredentials())
                        .request(request)
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    }

    private URI endpoint() {
        return AwsClientEndpointProvider.builder()
                .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_SECRETS_MANAGER")
                .serviceEndpointOverrideSystemProperty("aws.endpointUrlSecretsManager")
                .serviceProfileProperty("secrets_manager")
                .profileFile(ProfileFile::defaultProfileFile)
                .profileName(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow())
                .serviceEndpointPrefix(SERVICE)
                .defaultProtocol("https")
                .region(Region.of(region))
                .build()
                .clientEndpoint();
    }

    private static byte[] body(HttpExecuteResponse answer) throws IOException {
        if (answer.responseBody().isEmpty()) {
            return "{}".getBytes(UTF_8);
        }
        try (InputStream in = answer.responseBody().get()) {
            return in.readNBytes(LONGEST);
        }
    }
}
