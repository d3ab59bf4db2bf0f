package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells requests of Slack from others (Slack, "Verifying requests from Slack", version v0). */
final class SlackSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v0=";
    private static final int SIGNATURE = VERSION.length() + 64;
    private static final int LONGEST_TIMESTAMP = 10;
    private static final long SECONDS = 300;

    private final SecretKeySpec key;

    /** {@code secret} is the app's signing secret. */
    SlackSignature(String secret) {
        key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    /**
     * When Slack signed the body; empty when it did not, or more than five minutes from {@code now}.
     *
     * @param timestamp the header {@code X-Slack-Request-Timestamp}
     * @param signature the header {@code X-Slack-Signature}
     * @param body as it came, byte by byte
     */
    Optional<Instant> signedAt(String timestamp, String signature, byte[] body, Instant now) {
        if (!timestamp(timestamp) || !signature(signature)) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(timestamp);
        if (Math.abs(now.getEpochSecond() - seconds) > SECONDS) {
            return Optional.empty();
        }
        return MessageDigest.isEqual(of(timestamp, body).getBytes(US_ASCII), signature.getBytes(US_ASCII))
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    /** As Slack signs the body at that moment. */
    String of(String timestamp, byte[] body) {
        return VERSION + HexFormat.of().formatHex(mac(timestamp, body));
    }

    private byte[] mac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(US_ASCII));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    private static boolean timestamp(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_TIMESTAMP
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean signature(String text) {
        return text.length() == SIGNATURE
                && text.startsWith(VERSION)
                && text.chars().skip(VERSION.length()).allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
