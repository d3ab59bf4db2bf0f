package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Registers a corrected revision of the task definition and lets the service use it. */
public final class CorrectTaskDefinition implements Fix {
    @Override
    public String id() {
        return "correct-task-definition";
    }

    @Override
    public String says() {
        return "correct the task definition and let the service use the new revision";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of(
                "capacity.attributes",
                "capacity.cpu",
                "capacity.fargate",
                "capacity.gpu",
                "capacity.memory",
                "capacity.ports",
                "mesh.proxy_unready",
                "storage.disk_full",
                "storage.ebs_attach",
                "storage.efs_denied",
                "storage.efs_path_missing",
                "app.command_not_found",
                "app.configuration_refused",
                "image.layer_not_unpacked",
                "image.manifest_corrupt",
                "logs.credentials_missing",
                "logs.driver_unreachable",
                "memory.host_exhausted",
                "network.tag_policy_denied",
                "registry.certificate_untrusted",
                "secret.invalid_json",
                "storage.bind_mount_failed",
                "storage.s3_files_mount_failed",
                "storage.volume_driver_failed",
                "storage.volume_missing",
                "app.crash",
                "app.dependency_unreachable",
                "app.exited_cleanly",
                "app.missing_configuration",
                "app.not_executable",
                "app.segfault",
                "app.stop_timeout",
                "app.wrong_architecture",
                "container.dependency_failed",
                "container.bad_user",
                "container.device_missing",
                "container.port_conflict",
                "container.settings_refused",
                "dns.wrong_host",
                "deployment.alarm",
                "deployment.bad_revision",
                "deployment.no_rollback_target",
                "health.command_missing_binary",
                "health.container_failing",
                "health.start_period_too_short",
                "image.platform_mismatch",
                "image.reference_invalid",
                "image.repository_not_found",
                "image.tag_not_found",
                "image.too_large",
                "lb.port_mismatch",
                "logs.driver_misconfigured",
                "memory.runtime_heap",
                "parameter.not_found",
                "registry.pull_denied",
                "registry.pull_through_cache_broken",
                "secret.json_key_missing",
                "secret.not_found",
                "secret.reference_invalid",
                "secret.version_missing");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return Revision.of(subject.taskDefinition().isEmpty() ? withDefinition(cause, subject) : subject);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return switch (cause.id()) {
            case "app.missing_configuration" ->
                "add " + setting(cause)
                        + " to environment or secrets of the container before you register the revision";
            case "app.stop_timeout" ->
                "let the process end on SIGTERM, or raise stopTimeout of the container (at most 120 s on Fargate)";
            case "app.wrong_architecture" ->
                "build the image for the platform of the task, or change runtimePlatform to that of the image";
            case "health.command_missing_binary" -> healthCheck(cause);
            case "health.container_failing" ->
                "find out what the health check sees before you loosen it: a check that always passes hides the failure";
            case "health.start_period_too_short" ->
                "give the container's health check a startPeriod (at most 300 s) that covers its start";
            case "lb.port_mismatch" ->
                "let the container listen on all addresses (0.0.0.0), on the port that the service registers";
            case "memory.runtime_heap" ->
                "raise the heap's own limit by the runtime's option, within the task's memory";
            case "dns.wrong_host" ->
                "mind the region and the registry's name in image, log options and references of the copy";
            case "container.bad_user" -> "give the container a user that the image has, or a number in place of a name";
            case "container.port_conflict" ->
                "let ECS choose the host port (hostPort 0) in network mode bridge, or use awsvpc";
            case "deployment.alarm" -> "look at what the alarm measures before you deploy the revision again";
            case "app.exited_cleanly" -> "keep the process in the foreground, or run it as a one-off task";
            case "deployment.bad_revision" -> "undo or mend in the copy what the difference shows, and deploy again";
            case "registry.pull_denied" ->
                "mind the image name first: a missing registry host means Docker Hub, and a repository that does not exist is denied as well";
            case "image.platform_mismatch" -> platform(cause);
            case "image.reference_invalid", "image.repository_not_found", "image.tag_not_found" -> image(cause);
            case "image.too_large" ->
                "set ephemeralStorage.sizeInGiB to " + cause.resources().first("needed-gib")
                        + " in the copy (21 to 200, platform version 1.4.0), or make the image smaller";
            case "registry.pull_through_cache_broken" ->
                "official images of Docker Hub lie under library/ in the cache too; all else is wrong with the cache, not"
                        + " with the task definition";
            case "capacity.attributes" ->
                "demand in the copy only what an instance has, or add instances of the kind that it demands";
            case "capacity.cpu", "capacity.gpu", "capacity.memory" ->
                "lower what the task asks for only if it uses less: a task that is too small fails later";
            case "capacity.fargate" -> "AWS mends it; a service with subnets in more zones finds a place sooner";
            case "capacity.ports" ->
                "set hostPort to 0 in the copy, so that ECS picks a free port, and let clients find it by the load"
                        + " balancer";
            case "mesh.proxy_unready" ->
                "raise the memory of the task, or lower the limits of its containers, until 64 MiB or more are left";
            case "storage.disk_full" -> "raise ephemeralStorage in the copy (up to 200 GiB on Fargate)";
            case "storage.ebs_attach" ->
                "the volume is configured at the service: let its filesystemType be that of the snapshot";
            case "storage.efs_denied" -> volume(cause);
            case "storage.efs_path_missing" ->
                "mount a directory that exists, or use an access point with creation info, which makes it";
            case "container.dependency_failed" ->
                "mend container " + or(cause, "container", "that the other one waits for")
                        + " first: a dependsOn that is taken out only moves the failure";
            case "parameter.not_found" -> meant(cause, "near-parameter", "parameter");
            case "secret.not_found" -> meant(cause, "near-secret", "secret");
            case "secret.version_missing" ->
                "let the reference name a version or stage that the secret has, or give the secret a value";
            default -> StatedCaution.of(cause.id());
        };
    }

    private static String platform(Cause cause) {
        String built = cause.resources().first("built-platform");
        return "change runtimePlatform of the copy only to what the image is built for"
                + (built.isEmpty() ? "" : " (" + built + ")")
                + ": linux/amd64 is X86_64, linux/arm64 is ARM64; every container of the task must run there";
    }

    /** The name to write, where the registry holds something near. */
    private static String image(Cause cause) {
        Resources found = cause.resources();
        String registry = found.first(found.first("right-registry").isEmpty() ? "registry" : "right-registry");
        String repository = found.first(found.first("near-repository").isEmpty() ? "repository" : "near-repository");
        String tag = found.first(found.first("near-tag").isEmpty() ? "tag" : "near-tag");
        boolean meant =
                !(found.first("right-registry") + found.first("near-repository") + found.first("near-tag")).isEmpty();
        return meant
                ? "if that was meant, set the image to " + registry + "/" + repository
                        + (tag.isEmpty() ? "" : ":" + tag)
                : "set the image to one that exists, with its registry, repository and tag";
    }

    /** A message about a service names no task definition; its deployment does. */
    private static Subject withDefinition(Cause cause, Subject subject) {
        return new Subject(
                subject.account(),
                subject.region(),
                subject.cluster(),
                subject.service(),
                subject.taskArn(),
                Revision.name(cause.resources().first("task-definition")));
    }

    private static String healthCheck(Cause cause) {
        String command = cause.resources().first("health-check-command");
        return command.isEmpty()
                ? "let the health check run a program of the image, or add "
                        + cause.resources().first("program") + " to the image"
                : "set the command of the health check to " + command + ", which needs nothing but what the image has";
    }

    private static String volume(Cause cause) {
        return "let the volume be mounted as the policy of file system "
                + cause.resources().first("file-system")
                + " demands: transitEncryption ENABLED, iam ENABLED, and the access point that it names";
    }

    private static String meant(Cause cause, String kind, String word) {
        String near = cause.resources().first(kind);
        return near.isEmpty()
                ? "create the " + word + ", or let the copy refer to one that exists"
                : "refer to " + near + " in the copy if that is what was meant; else create the " + word;
    }

    private static String or(Cause cause, String kind, String otherwise) {
        String id = cause.resources().first(kind);
        return id.isEmpty() ? otherwise : id;
    }

    private static String setting(Cause cause) {
        String name = cause.resources().first("setting");
        return name.isEmpty() ? "the missing setting" : name;
    }
}
