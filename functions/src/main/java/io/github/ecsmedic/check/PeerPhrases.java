package io.github.ecsmedic.check;

import static io.github.ecsmedic.check.LogPhrase.phrase;

import java.util.List;

/** That a service cannot be resolved, reached or used. Host and port that stand elsewhere in the text are read by {@link Peer}. */
final class PeerPhrases {
    private static final String HOST = "host";
    private static final String BOTH = "host|port";
    private static final String NAME = "([A-Za-z0-9_](?:[\\w.-]*\\w)?)";
    private static final String PLACE = "([\\w.:\\[\\]-]*[\\w\\]]):(\\d{1,5})";

    private PeerPhrases() {}

    static List<LogPhrase> unresolved() {
        return List.of(
                phrase("getaddrinfo", HOST, "getaddrinfo (?:ENOTFOUND|EAI_AGAIN) " + NAME),
                phrase(
                        "lookup ",
                        HOST,
                        "lookup " + NAME
                                + "(?: on [^\\s]+)?: (?:no such host|server misbehaving|i/o timeout|[^\\n]*i/o timeout)"),
                phrase("unknownhostexception", HOST, "UnknownHostException: " + NAME),
                phrase("translate host name", HOST, "could not translate host name \"([^\"]+)\""),
                phrase(
                        "host not found in",
                        BOTH,
                        "host not found in (?:upstream|resolver) \"" + NAME + "(?::(\\d+))?\""),
                phrase("failed to resolve '", HOST, "Failed to resolve '([^']+)'"),
                phrase("could not resolve host", HOST, "Could not resolve host: " + NAME),
                phrase("getaddrinfo for", HOST, "getaddrinfo for " + NAME + " failed"),
                phrase(
                        "no such host is known|name or service not known",
                        BOTH,
                        "(?:No such host is known|Name or service not known)\\.? \\(" + NAME + ":(\\d+)\\)"),
                phrase("connecting to", BOTH, "connecting to " + NAME + ":(\\d+)\\. Name or service not known"),
                phrase("failed to resolve", HOST, "[Ff]ailed to resolve (?:name|host(?:name)?)? ?[\"'`]?" + NAME),
                phrase(
                        "name or service not known|nodename nor servname|temporary failure in name resolution|no such host is known"
                                + "|name does not resolve|dns resolution failed",
                        "",
                        "(?i:name or service not known|nodename nor servname provided|temporary failure in name resolution|no such host is known|name does not resolve|DNS resolution failed)"));
    }

    static List<LogPhrase> refused() {
        return List.of(
                phrase("econnrefused", BOTH, "ECONNREFUSED " + PLACE),
                phrase("connection refused", BOTH, "dial (?:tcp|udp)[46]? " + PLACE + ": connect: connection refused"),
                phrase("refused", BOTH, "(?i:connection to) " + PLACE + " (?i:refused)"),
                phrase(
                        "failed: connection refused",
                        BOTH,
                        "connection to server at \"([^\"]+)\"(?: \\([^)]*\\))?, port (\\d+) failed: Connection refused"),
                phrase("connect(2)", BOTH, "connect\\(2\\) for \"([^\"]+)\" port (\\d+)"),
                phrase("connect(2)", BOTH, "connect\\(2\\) for " + PLACE),
                phrase(
                        "failed to connect to|couldn't connect",
                        BOTH,
                        "Failed to connect to " + NAME
                                + " port (\\d+)[^\\n]*: (?:Connection refused|Couldn't connect)"),
                phrase(
                        "can't connect to mysql",
                        BOTH,
                        "Can't connect to (?:local )?MySQL server on '([^':]+)(?::(\\d+))?'[^\\n]*(?:111|refused)"),
                phrase("connection", BOTH, "connecting to " + PLACE + "\\. Connection refused"),
                phrase("refused", BOTH, "Connection refused[^\\n]{0,30}?\\(" + PLACE + "\\)"),
                phrase("errno 111", BOTH, "\\[Errno 111\\] Connect call failed \\('([^']+)', (\\d+)"),
                phrase(
                        "econnrefused|connection refused|connectionrefused|error 111",
                        "",
                        "(?i:ECONNREFUSED|connection refused|ConnectionRefused(?:Error)?)"));
    }

    /** That nobody is reached, in words that do not say whether somebody refused. */
    static List<LogPhrase> unreachable() {
        return List.of(
                phrase(
                        "can't reach database",
                        BOTH,
                        "Can't reach database server at [`\"']?" + NAME + "[`\"']?:[`\"']?(\\d+)"),
                phrase("unabletoconnect", BOTH, "UnableToConnect on " + NAME + ":(\\d+)"),
                phrase(
                        "unable to connect to",
                        BOTH,
                        "[Uu]nable to connect to " + NAME + "(?:/<unresolved>|/[\\d.]+)?:(\\d+)"),
                phrase(
                        "can't connect to mysql",
                        BOTH,
                        "Can't connect to (?:local )?MySQL server on '([^':]+)(?::(\\d+))?'"),
                phrase("to the host", BOTH, "connection to the host " + NAME + ", port (\\d+) has failed"),
                phrase(
                        "broker may not be available",
                        BOTH,
                        "\\(" + NAME + "(?:/[\\d.]+)?:(\\d+)\\) could not be established"),
                phrase(
                        "no route to host|network is unreachable|ehostunreach|enetunreach",
                        "",
                        "(?i:no route to host|network is unreachable|EHOSTUNREACH|ENETUNREACH)"),
                phrase("communications link failure", "", "Communications link failure"),
                phrase("failed to connect to all addresses", "", "failed to connect to all addresses"));
    }

    static List<LogPhrase> timeout() {
        return List.of(
                phrase("timedout", BOTH, "E?TIMEDOUT " + PLACE),
                phrase("i/o timeout", BOTH, "dial (?:tcp|udp)[46]? " + PLACE + ": i/o timeout"),
                phrase(
                        "failed: connection timed out|timeout expired",
                        BOTH,
                        "connection to server at \"([^\"]+)\"(?: \\([^)]*\\))?, port (\\d+) failed: (?:Connection timed out|timeout expired)"),
                phrase(
                        "connection timed out: ",
                        BOTH,
                        "connection timed out(?: after \\d+ ms)?: " + NAME + "(?:/[\\d.]+)?:(\\d+)"),
                phrase(
                        "timeout occurred after waiting",
                        BOTH,
                        "timeout occurred after waiting \\d+ seconds for " + PLACE),
                phrase("no response", BOTH, PLACE + " - no response"),
                phrase(
                        "timed out|timeout|etimedout",
                        "",
                        "(?i:connect(?:ion|ing)?(?: attempt)?(?: to [^\\n]{1,120}?)? (?:timed out|timeout)|timed out (?:while )?(?:connecting|waiting for a connection)"
                                + "|ETIMEDOUT|connect timeout|context deadline exceeded|ConnectTimeout|failed to respond|operation timed out)"),
                phrase(
                        "sockettimeout|httpconnecttimeout|connecttimeoutexception|server selection",
                        "",
                        "SocketTimeoutException|ConnectTimeoutException|HttpConnectTimeoutException|Server selection timed out"));
    }

    static List<LogPhrase> denied() {
        return List.of(
                phrase("not authorized to perform", "action", "not authorized to perform:? ([a-z0-9-]+:[A-Za-z*]+)"),
                phrase("unauthorized to perform", "action", "[Uu]nauthorized to perform:? ([a-z0-9-]+:[A-Za-z*]+)"),
                phrase("accessdenied", "", "AccessDenied(?:Exception)?\\b"));
    }
}
