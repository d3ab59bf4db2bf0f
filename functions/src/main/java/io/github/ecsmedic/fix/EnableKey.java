package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a key usable again that was disabled or waits for its deletion. */
public final class EnableKey implements Fix {
    @Override
    public String id() {
        return "enable-key";
    }

    @Override
    public String says() {
        return "enable the key, or take back its deletion first";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("kms.key_unusable");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String key = cause.resources().first("key");
        String state = cause.resources().first("key-state");
        if (key.isEmpty()) {
            return copy(cause, subject);
        }
        String region =
                Arn.parse(key).map(Arn::region).filter(r -> !r.isEmpty()).orElse(subject.region());
        List<Step> steps = new ArrayList<>();
        if (state.equals("pending-deletion")) {
            steps.add(new Step.ByHand(
                    "kms:CancelKeyDeletion",
                    Aws.cli(region, "kms", "cancel-key-deletion", "--key-id", key),
                    Aws.cli(region, "kms", "schedule-key-deletion", "--key-id", key)));
        }
        if (state.equals("pending-deletion") || state.equals("disabled")) {
            steps.add(new Step.ByHand(
                    "kms:EnableKey",
                    Aws.cli(region, "kms", "enable-key", "--key-id", key),
                    Aws.cli(region, "kms", "disable-key", "--key-id", key)));
        } else {
            steps.add(new Step.ByHand(
                    "kms:DescribeKey", Aws.cli(region, "kms", "describe-key", "--key-id", key), List.of()));
        }
        return steps;
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return switch (cause.resources().first("key-state")) {
            case "foreign" ->
                "let the owner encrypt the secret with a key of its own, and allow this account to use it";
            case "missing" -> "a deleted key does not come back: encrypt with another key, and store the value anew";
            default -> "somebody may have disabled it on purpose; every user of the key can decrypt with it again";
        };
    }

    /** Only its owner can give the secret another key. */
    private static List<Step> copy(Cause cause, Subject subject) {
        String secret = cause.resources().first("secret");
        return secret.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "secretsmanager:UpdateSecret",
                        Aws.cli(
                                Arn.parse(secret).map(Arn::region).orElse(subject.region()),
                                "secretsmanager",
                                "update-secret",
                                "--secret-id",
                                secret,
                                "--kms-key-id",
                                "KEY_OF_THE_OWNER"),
                        List.of()));
    }
}
