package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;

import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Set;

/** Causes by which a task gets no interface, image, log or secret, where the message itself names them. */
public final class StatedStart {
    private StatedStart() {}

    /** The network interface of the task. */
    public static List<CauseRule> network() {
        return List.of(
                StatedRule.of(
                                "network.eni_provisioning",
                                "network.eni_provisioning",
                                "The network interface of the task was not ready in time, which is transient",
                                "The network interface of the task was not ready in time; that is transient")
                        .with(doesNotFail("stop-order")),
                StatedRule.of(
                        "network.eni_attach_failed",
                        Set.of("network.eni_attach"),
                        "EC2 could not attach the network interface of the task to the instance",
                        proof -> {
                            String instance = proof.inquiry().seen().facts().get(Fact.INSTANCE);
                            return "EC2 could not attach the network interface of the task to "
                                    + (instance.isEmpty() ? "its instance" : "instance " + instance);
                        }),
                StatedRule.of(
                        "network.eni_setup_failed",
                        "network.eni_setup",
                        "The network of the task could not be set up on its host"),
                StatedRule.of(
                        "network.tag_policy_denied",
                        "network.tag_policy",
                        "A tag policy of the organisation forbids the tags of the network interface",
                        "A tag policy of the organisation forbids the tags that the network interface of the task gets"));
    }

    /** The image and its registry. */
    public static List<CauseRule> image() {
        return List.of(
                StatedRule.of(
                        "registry.certificate_untrusted",
                        Set.of("image_pull.tls_untrusted"),
                        "The host does not accept the certificate with which the registry answers",
                        proof -> {
                            String host = proof.inquiry().seen().facts().get(Fact.HOST);
                            return "The host does not accept the certificate with which "
                                    + (host.isEmpty() ? "the registry" : host) + " answers";
                        }),
                StatedRule.of(
                        "registry.ecr_throttled",
                        "registry_auth.throttled",
                        "Amazon ECR throttles the logins of the account",
                        "Amazon ECR throttles the logins of the account in this region; that is no limit of Docker Hub"),
                StatedRule.of(
                        "image.manifest_corrupt",
                        Set.of("image_pull.corrupt_manifest"),
                        "The manifest and the configuration of the image contradict each other",
                        proof -> "The manifest and the configuration of " + image(proof) + " contradict each other"),
                StatedRule.of(
                        "image.layer_not_unpacked",
                        Set.of("image_pull.layer_extract"),
                        "A layer of the image was downloaded and could not be unpacked, for another reason than a full"
                                + " disk",
                        proof -> "A layer of " + image(proof) + " was downloaded and could not be unpacked"));
    }

    /** Log drivers and secrets. */
    public static List<CauseRule> injected() {
        return List.of(
                StatedRule.of(
                        "secret.invalid_json",
                        "secrets.invalid_json",
                        "The task definition names a JSON key of a secret whose value is no JSON"),
                StatedRule.of(
                        "logs.credentials_missing",
                        "logging.credentials",
                        "The log driver found no credentials",
                        "The log driver found no credentials with which to write the log"),
                StatedRule.of(
                        "logs.driver_unreachable",
                        "logging.driver_unreachable",
                        "The log router to which the log driver sends does not answer",
                        "The log router to which the log driver sends does not answer at its address or socket"));
    }

    /** The volumes of the task. */
    public static List<CauseRule> storage() {
        return List.of(
                StatedRule.of(
                        "storage.bind_mount_failed",
                        Set.of("storage.bind_mount"),
                        "A path of the host could not be mounted into the container",
                        proof -> StatedContainer.container(proof) + " cannot start: the path"
                                + StatedContainer.path(proof) + " of the host could not be mounted into it"),
                StatedRule.of(
                        "storage.volume_missing",
                        "storage.docker_volume_missing",
                        "The docker volume that the container uses does not exist on the instance"),
                StatedRule.of(
                        "storage.volume_driver_failed",
                        "storage.volume_driver",
                        "The docker volume plugin of the instance is missing or fails"),
                StatedRule.of(
                        "storage.s3_files_mount_failed",
                        Set.of("storage.s3files_mount"),
                        "The S3 Files file system could not be mounted",
                        proof -> {
                            String system = proof.inquiry().seen().facts().get(Fact.FILE_SYSTEM);
                            return "The S3 Files file system" + (system.isEmpty() ? "" : " " + system)
                                    + " could not be mounted";
                        }),
                StatedRule.of(
                        "storage.ephemeral_provisioning",
                        "storage.ephemeral_provisioning",
                        "The ephemeral storage of the task was not ready in time, which is transient",
                        "The ephemeral storage of the task was not ready in time; that is transient"));
    }

    private static String image(Proof proof) {
        String image = proof.resources("stated-cause").first("image");
        return image.isEmpty() ? "the image" : "image " + image;
    }
}
