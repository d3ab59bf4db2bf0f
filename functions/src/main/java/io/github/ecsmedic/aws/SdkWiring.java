package io.github.ecsmedic.aws;

import java.time.Duration;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;

/** What all requests to AWS share. It knows no client, so that a function can have the one that it needs and no other. */
record SdkWiring(
        SdkHttpClient http,
        AwsCredentialsProvider credentials,
        StandardRetryStrategy retries,
        Duration attempt,
        Duration call) {
    private static final String PARSERS = "javax.xml.stream.XMLInputFactory";

    /** That of the process, made when it is first used. */
    static SdkWiring ofProcess() {
        return Shared.WIRING;
    }

    private static final class Shared {
        static final SdkWiring WIRING = make();
    }

    /** The same with other credentials. */
    SdkWiring as(AwsCredentialsProvider other) {
        return new SdkWiring(http, other, retries, attempt, call);
    }

    <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
            B builder, String region, ExecutionInterceptor... interceptors) {
        ClientOverrideConfiguration.Builder configuration = ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(call)
                .retryStrategy(retries);
        for (ExecutionInterceptor interceptor : interceptors) {
            configuration.addExecutionInterceptor(interceptor);
        }
        return builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(configuration.build())
                .build();
    }

    private static SdkWiring make() {
        // the SDK has a parser a thread, which would look through the jar for another one: each read is a thread
        if (System.getProperty(PARSERS) == null) {
            System.setProperty(
                    PARSERS, XMLInputFactory.newDefaultFactory().getClass().getName());
        }
        // the JDK keeps five idle connections a host
        if (System.getProperty("http.maxConnections") == null) {
            System.setProperty("http.maxConnections", "64");
        }
        neverRepeat();
        Duration attempt = Duration.ofSeconds(2);
        return new SdkWiring(
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(attempt)
                        .socketTimeout(attempt)
                        .build(),
                credentials(System.getenv()),
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(3)
                        .build(),
                attempt,
                Duration.ofSeconds(5));
    }

    /**
     * In a function it is known where they are. One that Lambda restores from a snapshot has none in its environment, but
     * the address at which to ask for them (docs.aws.amazon.com, "Activating and managing Lambda SnapStart").
     */
    static AwsCredentialsProvider credentials(Map<String, String> environment) {
        if (!environment.containsKey("AWS_LAMBDA_FUNCTION_NAME")) {
            return new AskedOnce(DefaultCredentialsProvider.builder().build());
        }
        return environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")
                ? ContainerCredentialsProvider.builder().build()
                : EnvironmentVariableCredentialsProvider.create();
    }

    /** Before the first request: the JDK sends a POST again by itself when the connection has died. */
    static void neverRepeat() {
        System.setProperty("sun.net.http.retryPost", "false");
    }

    /** Looks for credentials in vain once only: where there are none, asking for instance metadata takes seconds. */
    private static final class AskedOnce implements AwsCredentialsProvider {
        private final AwsCredentialsProvider chain;
        private @Nullable SdkClientException none;

        AskedOnce(AwsCredentialsProvider chain) {
            this.chain = chain;
        }

        @Override
        public synchronized AwsCredentials resolveCredentials() {
            if (none != null) {
                throw none;
            }
            try {
                return chain.resolveCredentials();
            } catch (SdkClientException e) {
                none = e;
                throw e;
            }
        }
    }
}
