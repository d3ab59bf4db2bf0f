package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
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
                "app.command_not_found",
                "app.crash",
                "app.dependency_unreachable",
                "app.exited_cleanly",
                "app.missing_configuration",
                "app.not_executable",
                "app.segfault",
                "app.stop_timeout",
                "app.wrong_architecture",
                "dns.wrong_host",
                "deployment.bad_revision",
                "deployment.no_rollback_target",
                "memory.runtime_heap",
                "parameter.not_found",
                "registry.pull_denied",
                "secret.json_key_missing",
                "secret.not_found",
                "secret.reference_invalid");
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
            case "memory.runtime_heap" ->
                "raise the heap's own limit by the runtime's option, within the task's memory";
            case "dns.wrong_host" ->
                "mind the region and the registry's name in image, log options and references of the copy";
            case "app.exited_cleanly" -> "keep the process in the foreground, or run it as a one-off task";
            case "deployment.bad_revision" -> "undo or mend in the copy what the difference shows, and deploy again";
            case "registry.pull_denied" ->
                "mind the image name first: a missing registry host means Docker Hub, and a repository that does not exist is denied as well";
            default -> "change in the copy what the cause names, and register all other fields unchanged";
        };
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

    private static String setting(Cause cause) {
        String name = cause.resources().first("setting");
        return name.isEmpty() ? "the missing setting" : name;
    }
}
