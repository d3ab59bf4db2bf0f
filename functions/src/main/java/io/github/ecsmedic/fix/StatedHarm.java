package io.github.ecsmedic.fix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why a forced deployment does not help, for causes that the message itself names. */
final class StatedHarm {
    private static final Map<String, List<String>> BY_REASON = Map.of(
            "new tasks are denied as well",
                    List.of("iam.infrastructure_role_denied", "iam.service_role_denied", "network.tag_policy_denied"),
            "new tasks get the same image", List.of("image.layer_not_unpacked", "image.manifest_corrupt"),
            "every start is one more call on the same limit", List.of("platform.throttled", "registry.ecr_throttled"),
            "new tasks may be placed on the same instance",
                    List.of(
                            "host.container_not_stopped",
                            "host.docker_timeout",
                            "host.docker_unavailable",
                            "host.pause_image_missing",
                            "host.storage_driver_failed",
                            "memory.host_exhausted",
                            "network.eni_attach_failed",
                            "network.eni_setup_failed"),
            "ECS replaces the task by itself", List.of("platform.internal_error", "storage.ephemeral_provisioning"),
            "new tasks are started with the same settings",
                    List.of(
                            "app.configuration_refused",
                            "logs.credentials_missing",
                            "logs.driver_unreachable",
                            "registry.certificate_untrusted",
                            "secret.invalid_json",
                            "storage.bind_mount_failed",
                            "storage.s3_files_mount_failed",
                            "storage.volume_driver_failed",
                            "storage.volume_missing"));

    private StatedHarm() {}

    /** These and the others. */
    static Map<String, String> and(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        BY_REASON.forEach((reason, causes) -> causes.forEach(cause -> all.put(cause, reason)));
        return all;
    }
}
