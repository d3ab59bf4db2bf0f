package io.github.ecsmedic.fix;

import java.util.Map;

/** What to mind in the copy of a task definition, for causes that the message itself names. */
final class StatedCaution {
    private static final Map<String, String> BY_CAUSE = Map.ofEntries(
            Map.entry(
                    "app.configuration_refused",
                    "change in the copy the variable, file or option that the message names"),
            Map.entry(
                    "image.layer_not_unpacked",
                    "build and push the image anew under another tag, and name that tag in the copy"),
            Map.entry(
                    "image.manifest_corrupt",
                    "build and push the image anew under another tag, and name that tag in the copy: one that is pushed again"
                            + " may bring the broken image from a cache"),
            Map.entry(
                    "logs.credentials_missing",
                    "name an execution role in the copy, and on EC2 set ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true at the"
                            + " agent, or give the instance a role that may write logs"),
            Map.entry(
                    "logs.driver_unreachable",
                    "let the container depend on the log router (dependsOn, condition START), make the router essential, and"
                            + " mind fluentd-address"),
            Map.entry(
                    "memory.host_exhausted",
                    "give every container of the instance a limit (memory) above its memoryReservation, so that the one which"
                            + " grows is the one which is killed"),
            Map.entry(
                    "network.tag_policy_denied",
                    "change the tag that the message names where it comes from (task definition, service, or propagateTags),"
                            + " or let the owner of the organisation's tag policy allow it"),
            Map.entry(
                    "registry.certificate_untrusted",
                    "copy the image to Amazon ECR and name it there, or install the registry's certificate authority on every"
                            + " instance; on Fargate only a publicly trusted certificate works, and a proxy that opens TLS must"
                            + " let the registry pass"),
            Map.entry(
                    "secret.invalid_json",
                    "refer to the secret as a whole, without a JSON key, or give it a value that is JSON"),
            Map.entry(
                    "storage.bind_mount_failed",
                    "mount a directory on a directory and a file on a file, from a path that the host has and may be read"),
            Map.entry(
                    "storage.s3_files_mount_failed",
                    "mind file system, access point and root directory of the volume; the task role must be allowed to mount"
                            + " it, and its mount target must admit the task on port 2049"),
            Map.entry(
                    "storage.volume_driver_failed",
                    "name in the copy a driver whose plugin runs on every instance, or install it there"),
            Map.entry(
                    "storage.volume_missing",
                    "set autoprovision to true in the copy (scope shared), or create the volume on every instance"));

    private StatedCaution() {}

    static String of(String cause) {
        return BY_CAUSE.getOrDefault(
                cause, "change in the copy what the cause names, and register all other fields unchanged");
    }
}
