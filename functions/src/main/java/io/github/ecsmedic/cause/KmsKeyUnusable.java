package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/** Nobody can use the key as it stands. */
public final class KmsKeyUnusable implements CauseRule {
    @Override
    public String id() {
        return "kms.key_unusable";
    }

    @Override
    public String meaning() {
        return "The key that encrypts the secret, parameter, log group or volume cannot be used";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Set.of(
                        "secrets.kms_denied",
                        "secrets.unknown",
                        "logging.access_denied",
                        "logging.unknown",
                        "storage.ebs_kms")
                .contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("key-state"), adds("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("key-state");
        String of = found.first("secret");
        return switch (proof.fault("key-state")) {
            case "disabled" -> key(found) + " is disabled";
            case "pending-deletion" -> key(found) + " waits for its deletion";
            case "missing" -> key(found) + " does not exist";
            case "foreign" -> "Secret " + of + " is encrypted with a key that no other account can use";
            default -> key(found) + " is not available";
        };
    }

    private static String key(Resources found) {
        String of = found.first("secret");
        return "Key " + found.first("key") + (of.isEmpty() ? "" : " of " + of);
    }
}
