package io.github.ecsmedic.check;

import java.util.Map;

/** Which step of a task's start failed, and so which connection it needed. */
public enum Stage {
    REGISTRY_AUTH("the login to the registry"),
    MANIFEST("the image's manifest"),
    LAYERS("the image's layers"),
    SECRET("a secret of Secrets Manager"),
    PARAMETER("a parameter of Systems Manager"),
    REGISTRY_OR_SECRET("the registry login or a secret"),
    ENV_FILE("an environment file in S3"),
    LOGS("the log group in CloudWatch Logs"),
    VOLUME("a file system"),
    DEPENDENCY("a service that the application uses"),
    NONE("nothing over the network");

    private static final Map<String, Stage> BY_PHASE = Map.of(
            "registry-auth", REGISTRY_AUTH,
            "manifest", MANIFEST,
            "layers", LAYERS,
            "secrets", SECRET,
            "env-file", ENV_FILE,
            "logs", LOGS,
            "volumes", VOLUME);

    private static final Map<String, Stage> BY_FAMILY = Map.of(
            "registry_auth", REGISTRY_AUTH,
            "image_pull", MANIFEST,
            "secrets", SECRET,
            "resource_init", REGISTRY_OR_SECRET,
            "env_file", ENV_FILE,
            "logging", LOGS);

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    /** What was being fetched, as it stands in a sentence. */
    public String words() {
        return words;
    }

    static Stage of(String phase, String label) {
        String family = label.substring(0, Math.max(0, label.indexOf('.')));
        if (family.equals("resource_init") && (phase.isEmpty() || phase.equals("secrets"))) {
            return REGISTRY_OR_SECRET;
        }
        if (BY_PHASE.containsKey(phase)) {
            return BY_PHASE.getOrDefault(phase, NONE);
        }
        if (label.equals("image_pull.layer_fetch")) {
            return LAYERS;
        }
        return label.startsWith("storage.efs") ? VOLUME : BY_FAMILY.getOrDefault(family, NONE);
    }
}
