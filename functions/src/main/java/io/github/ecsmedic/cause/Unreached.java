package io.github.ecsmedic.cause;

import io.github.ecsmedic.check.Leg;
import io.github.ecsmedic.check.Stage;
import java.util.Optional;

/**
 * The sentence about a connection that failed: what the task cannot do, why in words that need no knowledge of networks,
 * then the objects. It is shortened at its colons where there is little room.
 */
final class Unreached {
    private Unreached() {}

    /** {@code Cannot log in to Amazon ECR: no way out: route table rtb-1 has no route …}. */
    static String because(Proof proof, String why, String reason) {
        Optional<Leg> leg = Leg.of(proof.inquiry());
        return leg.map(l -> "Cannot " + deed(l.stage(), l.host()) + ": " + why + ": " + inside(reason))
                .orElse(reason);
    }

    private static String deed(Stage stage, String host) {
        boolean ecr = host.contains(".ecr.") || host.contains(".dkr-ecr.");
        return switch (stage) {
            case REGISTRY_AUTH -> "log in to Amazon ECR";
            case MANIFEST -> "pull from " + (ecr ? "Amazon ECR" : host.isEmpty() ? "the registry" : host);
            case LAYERS -> "download the image";
            case SECRET -> "read the secret";
            case PARAMETER -> "read the parameter";
            case REGISTRY_OR_SECRET -> "log in to Amazon ECR or read secrets";
            case ENV_FILE -> "read the environment file";
            case LOGS -> "reach CloudWatch Logs";
            case VOLUME -> "mount the file system";
            case DEPENDENCY, NONE -> "reach " + (host.isEmpty() ? "its destination" : host);
        };
    }

    /** Within a sentence a word begins small; a name of capitals stays. */
    private static String inside(String reason) {
        boolean word = reason.length() > 1 && Character.isLowerCase(reason.charAt(1)) && !reason.startsWith("Amazon");
        return word ? Character.toLowerCase(reason.charAt(0)) + reason.substring(1) : reason;
    }
}
