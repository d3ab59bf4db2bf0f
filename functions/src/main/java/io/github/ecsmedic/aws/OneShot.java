package io.github.ecsmedic.aws;

import io.github.ecsmedic.mend.Hand.Sent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Requests that change something: each is sent once, through clients that read nothing and repeat nothing. */
final class OneShot {
    /** A request is waited for so long; after that it may still be done. */
    static final Duration CALL = Duration.ofSeconds(10);

    private static final Map<String, Clients> BY_REGION = new ConcurrentHashMap<>();

    private OneShot() {}

    /** Those of the process for that region. */
    static Clients in(String region) {
        return BY_REGION.computeIfAbsent(
                region,
                r -> new Clients(
                        r,
                        () -> wiring(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CALL)
                                        .socketTimeout(CALL)
                                        .build(),
                                SdkWiring.ofProcess().credentials(),
                                CALL)));
    }

    static SdkWiring wiring(SdkHttpClient http, AwsCredentialsProvider credentials, Duration call) {
        SdkWiring.neverRepeat();
        return new SdkWiring(new WholeAnswers(http), credentials, DefaultRetryStrategy.doNotRetry(), call, call);
    }

    /** What is known of the request afterwards; only an answer of the service itself says that it was not done. */
    static Sent of(String operation, Supplier<Sent> request) {
        try {
            return request.get();
        } catch (AwsServiceException e) {
            return refused(e, Faults.of(e, operation), operation);
        } catch (SdkException e) {
            NoAnswer fault = Faults.of(e, operation);
            return fault.fault().equals(Faults.NO_CREDENTIALS)
                    ? new Sent.Refused("there were no credentials to send it with", false)
                    : new Sent.Unknown(fault.unknown().why());
        }
    }

    private static Sent refused(AwsServiceException answer, NoAnswer fault, String operation) {
        int status = answer.statusCode();
        if (fault.fault().equals(Faults.THROTTLED)) {
            return new Sent.Refused("AWS takes no more requests of " + operation + " for now", true);
        }
        if (status < 400 || status >= 500) {
            return new Sent.Unknown(fault.unknown().why());
        }
        return new Sent.Refused(
                fault.fault().equals(Faults.ACCESS_DENIED)
                        ? "the role that fixes may not " + operation + " there"
                        : "AWS refused it (" + fault.unknown().why() + ")",
                false);
    }
}
