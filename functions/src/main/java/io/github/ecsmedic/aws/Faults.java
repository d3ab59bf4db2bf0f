package io.github.ecsmedic.aws;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Names what went wrong with a request, in the few words that a diagnosis tells. */
final class Faults {
    static final String ACCESS_DENIED = "AccessDenied";
    static final String NO_CREDENTIALS = "no credentials";
    static final String WRONG_CREDENTIALS = "wrong credentials";
    static final String EXPIRED_TOKEN = "expired token";
    static final String UNREACHABLE = "unreachable";
    static final String THROTTLED = "Throttled";
    static final String NOT_SUPPORTED = "not supported here";

    private static final Set<String> DENIED = Set.of(
            "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError", "NotAuthorized");
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> WRONG = Set.of(
            "AuthFailure",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "MissingAuthenticationToken",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");
    private static final Set<String> UNSUPPORTED = Set.of(
            "InvalidAction",
            "NotImplemented",
            "OptInRequired",
            "SubscriptionRequiredException",
            "UnknownOperation",
            "UnknownOperationException",
            "UnsupportedOperation");

    private Faults() {}

    static NoAnswer of(SdkException failure, String operation) {
        return failure instanceof AwsServiceException refused
                ? refused(refused, operation)
                : new NoAnswer(unsent(failure), operation, "");
    }

    private static NoAnswer refused(AwsServiceException refused, String operation) {
        AwsErrorDetails details = refused.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        return new NoAnswer(word(refused, code), operation, code);
    }

    private static String word(AwsServiceException refused, String code) {
        int status = refused.statusCode();
        if (DENIED.contains(code)) {
            return ACCESS_DENIED;
        }
        if (EXPIRED.contains(code)) {
            return EXPIRED_TOKEN;
        }
        if (WRONG.contains(code)) {
            return WRONG_CREDENTIALS;
        }
        if (UNSUPPORTED.contains(code) || status == 501) {
            return NOT_SUPPORTED;
        }
        if (refused.isThrottlingException() || code.startsWith("Throttl")) {
            return THROTTLED;
        }
        if (status == 403) {
            return ACCESS_DENIED;
        }
        if (status >= 500) {
            return "ServerError";
        }
        return code.isEmpty() ? "HTTP " + status : code;
    }

    /** No answer of the service at all, or one that is none. */
    private static String unsent(SdkException failure) {
        if (failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException
                || failure instanceof AbortedException) {
            return NoAnswer.TIME;
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        if (message.startsWith("Unable to unmarshall")) {
            return NoAnswer.MALFORMED;
        }
        if (message.contains("expired")) {
            return EXPIRED_TOKEN;
        }
        if (message.contains("Unable to load credentials")) {
            return NO_CREDENTIALS;
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String word = word(cause);
            if (word != null) {
                return word;
            }
        }
        return NoAnswer.MALFORMED;
    }

    private static @Nullable String word(Throwable cause) {
        if (cause instanceof SocketTimeoutException) {
            return NoAnswer.TIME;
        }
        return cause instanceof IOException ? UNREACHABLE : null;
    }
}
