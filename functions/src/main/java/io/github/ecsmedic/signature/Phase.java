package io.github.ecsmedic.signature;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The phase of the start in which a text was written, from its words (CHECKS C1); {@code ""} when they do not tell. */
final class Phase {
    /** In the order in which they are tried: what only one leg says before what several say. */
    private static final List<Phase> PHASES = List.of(
            phase(
                    "registry-auth",
                    "pull registry auth",
                    "retrieve ecr",
                    "ecr registry auth",
                    "get registry auth",
                    "retrieve registry auth",
                    "GetAuthorizationToken",
                    "api.ecr.",
                    "ecr credentials",
                    "registry credentials",
                    "CannotPullECRContainerError",
                    "CannotPullContainerAuthError"),
            phase("env-file", "download env", "download the environment variable", "environment file", "envfile"),
            phase(
                    "logs",
                    "logger args",
                    "logging driver",
                    "log driver",
                    "Cloudwatch log",
                    "logs:CreateLog",
                    "log stream",
                    "log group",
                    "firelens",
                    "fluentd",
                    "fluent-bit"),
            phase(
                    "volumes",
                    "EFS utils",
                    "invoke EFS",
                    "mount.nfs",
                    "s3files",
                    "EBS volume",
                    "EphemeralStorage",
                    "CannotCreateVolumeError",
                    "VolumeDriver.",
                    "no such volume",
                    "error while mounting volume",
                    "lookup mount target"),
            phase(
                    "secrets",
                    "retrieve secret",
                    "cannot pull secrets",
                    "can't pull secrets",
                    "retrieve the secret",
                    "fetching secret data",
                    "fetch secret",
                    "secretsmanager",
                    "Secrets Manager",
                    "ssm:GetParameter",
                    "SSM: GetParameter",
                    "Parameter Store",
                    "invalid ssm parameters",
                    "json key"),
            phase(
                    "network",
                    "network interface",
                    "NetworkInterface",
                    "network namespace",
                    "ContainerNetworkingError",
                    "configure ENI",
                    "eni attachment",
                    "cni setup",
                    "cni plugin",
                    "netplugin"),
            phase("manifest", "/manifests/", "toomanyrequests", "pull rate limit"),
            phase(
                    "layers",
                    "failed to copy",
                    "httpReadSeeker",
                    "httpReaderSeeker",
                    "error pulling image conf",
                    "GetImageBlob",
                    "REDACTED ECR URL",
                    "starport-layer-bucket",
                    "extract layer",
                    "register layer",
                    "layer verification"),
            phase(
                    "manifest",
                    "resolve ref",
                    "image manifest",
                    "manifest unknown",
                    "manifest for",
                    "matching manifest",
                    "/v2/:",
                    "/v1/_ping",
                    "pull access denied",
                    "access to the resource is denied",
                    "BatchGetImage",
                    "anonymous token",
                    "no such image",
                    "name unknown"),
            phase("create", "CannotCreateContainer", "containers/create", "failed to create container"),
            phase("start", "CannotStartContainer", "container runtime task", "starting container process"),
            phase("run", "Essential container", "OutOfMemory", "health check", "oom-kill"));

    private final String word;
    private final List<Literal> signs;

    private Phase(String word, List<Literal> signs) {
        this.word = word;
        this.signs = signs;
    }

    /** All literals that are looked for. */
    static Stream<Literal> literals() {
        return PHASES.stream().flatMap(phase -> phase.signs.stream());
    }

    /** The phase's word. */
    static String of(Text text) {
        return of(sign -> sign.in(text));
    }

    /** The word of the phase of which one of the signs is there. */
    static String of(Predicate<Literal> there) {
        for (Phase phase : PHASES) {
            for (Literal sign : phase.signs) {
                if (there.test(sign)) {
                    return phase.word;
                }
            }
        }
        return "";
    }

    private static Phase phase(String word, String... signs) {
        return new Phase(word, Stream.of(signs).map(Literal::of).toList());
    }
}
