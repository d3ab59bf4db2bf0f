package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
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

/** Reads of a service of AWS without the SDK's client for it, each one signed request that may be repeated. */
final class SignedCall {
    private static final int ATTEMPTS = 3;
    private static final int LONGEST = 128 * 1024;
    private static final int SERVER_ERROR = 500;

    private final SdkWiring wiring;
    private final Service service;
    private final String region;

    SignedCall(SdkWiring wiring, Service service, String region) {
        this.wiring = wiring;
        this.service = service;
        this.region = region;
    }

    /** {@code settings} is how the SDK calls it in environment, e.g. {@code SECRETS_MANAGER}, and in profiles. */
    record Service(String host, String settings) {}

    /** What is asked; {@code body} is {@code ""} for a GET. */
    record Question(String path, Map<String, String> query, Map<String, String> headers, String body) {}

    /**
     * The answer, after three attempts at most.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when there was none
     */
    Json answer(Question question) {
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

    private Json sent(Question question) throws IOException {
        SignedRequest signed = signed(question);
        HttpExecuteRequest.Builder request = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(request::contentStreamProvider);
        HttpExecuteResponse answer =
                wiring.http().prepareRequest(request.build()).call();
        byte[] body = body(answer);
        int status = answer.httpResponse().statusCode();
        if (answer.httpResponse().isSuccessful()) {
            return Json.parse(body);
        }
        throw AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(status < SERVER_ERROR ? code(answer, body) : "")
                        .build())
                .build();
    }

    /** In a header, or in the body where it may follow a name space. */
    private static String code(HttpExecuteResponse answer, byte[] body) throws IOException {
        String header =
                answer.httpResponse().firstMatchingHeader("x-amzn-ErrorType").orElse("");
        if (!header.isEmpty()) {
            return header.split(":", 2)[0];
        }
        Json said = Json.parse(body);
        String type = said.text("__type").isEmpty() ? said.text("Code") : said.text("__type");
        return type.substring(type.indexOf('#') + 1);
    }

    private SignedRequest signed(Question question) {
        boolean posts = !question.body().isEmpty();
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(posts ? SdkHttpMethod.POST : SdkHttpMethod.GET)
                .uri(endpoint());
        if (!question.path().isEmpty()) {
            request.encodedPath(question.path());
        }
        question.query().forEach(request::putRawQueryParameter);
        question.headers().forEach(request::putHeader);
        return AwsV4HttpSigner.create().sign(to -> {
            to.identity(wiring.credentials().resolveCredentials())
                    .request(request.build())
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.host())
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region);
            if (posts) {
                to.payload(ContentStreamProvider.fromUtf8String(question.body()));
            }
        });
    }

    private URI endpoint() {
        String words = service.settings();
        return AwsClientEndpointProvider.builder()
                .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_" + words)
                .serviceEndpointOverrideSystemProperty("aws.endpointUrl" + camel(words))
                .serviceProfileProperty(words.toLowerCase(Locale.ROOT))
                .profileFile(ProfileFile::defaultProfileFile)
                .profileName(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow())
                .serviceEndpointPrefix(service.host())
                .defaultProtocol("https")
                .region(Region.of(region))
                .build()
                .clientEndpoint();
    }

    /** {@code SecretsManager} for {@code SECRETS_MANAGER}. */
    private static String camel(String words) {
        StringBuilder camel = new StringBuilder();
        for (String word : words.split("_", -1)) {
            camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return camel.toString();
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
