package io.github.ecsmedic.notify;

import java.util.List;

/** Which names of settings say that their value is secret. */
final class SecretNames {
    /** Looked for anywhere in a name from which {@code _ - .} were taken out. */
    private static final List<String> WITHIN = List.of(
            "passw",
            "passphrase",
            "passcode",
            "secret",
            "token",
            "credential",
            "signature",
            "cookie",
            "sessionid",
            "connectionstr",
            "connstr",
            "webhookurl");

    private static final List<String> AT_END = List.of("pwd", "pass", "auth", "dsn", "salt", "sig");
    private static final List<String> ALONE = List.of("pw", "pin", "otp", "cvv", "sas", "jwt");
    /** What a key is called when it is no key of a cache, a partition or a dictionary. */
    private static final List<String> KINDS_OF_KEY = List.of(
            "access",
            "account",
            "api",
            "app",
            "application",
            "auth",
            "client",
            "consumer",
            "deploy",
            "encryption",
            "hmac",
            "host",
            "instrumentation",
            "integration",
            "jwt",
            "license",
            "licence",
            "master",
            "private",
            "routing",
            "security",
            "service",
            "session",
            "shared",
            "signing",
            "ssh",
            "storage",
            "subscription",
            "webhook",
            "write",
            "aes",
            "rsa",
            "crypt");
    /** Ends of names whose values are no secrets. */
    private static final List<String> HARMLESS = List.of(
            "name",
            "names",
            "arn",
            "arns",
            "type",
            "file",
            "path",
            "expiry",
            "expires",
            "expiresin",
            "expiration",
            "ttl",
            "length",
            "version",
            "versionid",
            "endpoint",
            "manager",
            "count",
            "limit",
            "region",
            "policy",
            "age",
            "metadata",
            "enabled",
            "required");
    /** No name of a setting is longer. */
    static final int LONGEST = 80;

    private SecretNames() {}

    /** Looks at a name in lower case. */
    static boolean secret(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-' && c != '.') {
                bare.append(c);
            }
        }
        String whole = bare.toString();
        if (HARMLESS.stream().anyMatch(whole::endsWith)) {
            return false;
        }
        return WITHIN.stream().anyMatch(whole::contains)
                || AT_END.stream().anyMatch(whole::endsWith)
                || ALONE.contains(name.substring(lastPart(name)))
                || (whole.contains("key") && KINDS_OF_KEY.stream().anyMatch(kind -> whole.contains(kind + "key")));
    }

    /** Whether a name is of a kind that no sentence has: {@code DB_PASSWORD}, {@code x-api-key}. */
    static boolean compound(String name) {
        return name.indexOf('_') >= 0 || name.indexOf('-') > 0;
    }

    static boolean character(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    }

    private static int lastPart(String name) {
        return Math.max(Math.max(name.lastIndexOf('_'), name.lastIndexOf('-')), name.lastIndexOf('.')) + 1;
    }
}
