package io.github.ecsmedic.aws;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** What can become of a request, and how that is told. */
public enum WireFault {
    DENIED("AccessDenied"),
    THROTTLED("Throttled"),
    SERVER_ERROR("ServerError"),
    /** An answer that ends in the middle. */
    MALFORMED("malformed answer"),
    /** 200 with the page of a proxy. */
    HTML("malformed answer"),
    /** Nothing comes back, ever. */
    HANGING("time"),
    /** 200 with {@code {}}, or XML without items. */
    EMPTY("empty answer"),
    RESET("unreachable");

    private final String word;

    WireFault(String word) {
        this.word = word;
    }

    /** The fault that is told so; a server's error for all others. */
    static WireFault saying(String word) {
        for (WireFault fault : values()) {
            if (fault.word.equals(word)) {
                return fault;
            }
        }
        return SERVER_ERROR;
    }

    /** How a diagnosis calls it. */
    public String word() {
        return word;
    }

    HttpExecuteResponse answer(String operation) throws IOException {
        Protocol protocol = Protocol.of(operation);
        return switch (this) {
            case DENIED -> protocol.denied();
            case THROTTLED -> protocol.throttled();
            case SERVER_ERROR -> protocol.error(500, "InternalFailure");
            case MALFORMED -> FakeAws.response(200, protocol == Protocol.JSON ? "{\"items\": [{\"na" : "<Answer><it");
            case HTML -> FakeAws.response(200, "<html><body><p>sign in</body></html>");
            case HANGING -> throw new SocketTimeoutException("Read timed out");
            case EMPTY -> protocol.nothing(operation);
            case RESET -> throw new SocketException("Connection reset");
        };
    }
}
