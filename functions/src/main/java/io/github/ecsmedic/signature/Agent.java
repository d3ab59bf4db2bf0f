package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.model.AlertClass.JUDGE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.reason;
import static io.github.ecsmedic.signature.Clue.tight;

import java.util.List;

/** The ECS agent or docker on an instance. */
public final class Agent {
    private static final Clue REGISTERING =
            hasAny("registering container instance", "register container instance", "register as a container instance");

    private Agent() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "agent.pause_image_missing",
                        FAILURE,
                        "The agent's pause image was removed from the host",
                        all(
                                has("amazon-ecs-pause"),
                                hasAny(
                                        "no such image",
                                        "not found",
                                        "unable to load",
                                        "does not exist",
                                        "failed",
                                        "error",
                                        "unable to",
                                        "cannot")),
                        Fact.IMAGE),
                Signature.of(
                        "agent.credentials_not_found",
                        JUDGE,
                        "The agent does not know the task's credentials",
                        all(
                                hasAny(
                                        "CredentialsV2Request",
                                        "CredentialsV1Request",
                                        "InvalidIdInRequest",
                                        "CredentialsRequest: ID not found",
                                        "credentials not found",
                                        "no credentials for task",
                                        "unable to find task credentials",
                                        "task credentials not found"),
                                not(hasAny("ecr credentials", "logging driver", "log driver", "logger")))),
                Signature.of(
                        "agent.docker_timeout",
                        FAILURE,
                        "Docker did not answer in time",
                        any(
                                hasAny(
                                        "DockerTimeoutError",
                                        "ContainerRuntimeTimeoutError",
                                        "could not transition to",
                                        "could not tranisition to"),
                                all(has("inactivity time exceeded timeout"), not(has("pulling image"))),
                                all(has("timed out after waiting"), not(hasAny("depend", "secret"))),
                                all(
                                        has("docker", "timed out"),
                                        hasAny(
                                                "inspect",
                                                "container stats",
                                                "docker stop",
                                                "docker start",
                                                "docker create",
                                                "listing containers")))),
                Signature.of(
                        "agent.cannot_stop",
                        FAILURE,
                        "The agent could not stop the container",
                        any(hasAny(
                                "CannotStopContainer",
                                "cannot stop container",
                                "cannot kill container",
                                "did not receive an exit event",
                                "could not stop container",
                                "unable to stop container",
                                "failed to stop container"))),
                Signature.of(
                        "agent.docker_unavailable",
                        FAILURE,
                        "Docker does not answer on the host",
                        any(
                                hasAny(
                                        "cannot connect to the docker daemon",
                                        "is the docker daemon running",
                                        "docker daemon is not running",
                                        "cannot connect to the docker endpoint",
                                        "dial unix /var/run/docker.sock",
                                        "unix:///var/run/docker.sock",
                                        "dial unix /run/containerd",
                                        "containerd.sock: connect",
                                        "//./pipe/docker_engine",
                                        "docker daemon is not responding",
                                        "docker is not running",
                                        "CONTAINER_RUNTIME IMPAIRED"),
                                all(
                                        hasAny("to docker", "to the docker"),
                                        tight(
                                                "(unabletoconnectto|errorconnectingto|couldnotconnectto|lostconnectionto)(the)?docker")),
                                all(has("error during"), tight("errorduringconnect")),
                                all(
                                        has("docker", "daemon"),
                                        hasAny("not running", "unreachable", "not responding", "connection refused")))),
                Signature.of(
                        "agent.docker_storage", FAILURE, "The storage driver of docker failed", storage(), Fact.PATH),
                Signature.of(
                        "agent.no_credentials",
                        FAILURE,
                        "The instance has no credentials and cannot register",
                        all(
                                any(
                                        all(
                                                REGISTERING,
                                                hasAny(
                                                        "ExpiredToken",
                                                        "security token",
                                                        "UnrecognizedClient",
                                                        "InvalidSignature")),
                                        hasAny(
                                                "NoCredentialProviders",
                                                "error getting valid credentials",
                                                "EC2RoleRequestError",
                                                "unable to get instance credentials")),
                                not(hasAny(
                                        "logging driver",
                                        "log driver",
                                        "log stream",
                                        "log group",
                                        "ecr",
                                        "registry",
                                        "cannotpull",
                                        "secret")))),
                Signature.of(
                        "agent.disconnected",
                        FAILURE,
                        "The agent is not connected to ECS",
                        disconnected(),
                        Fact.HOST,
                        Fact.ADDRESS,
                        Fact.RESOLVER,
                        Fact.INSTANCE));
    }

    private static Clue storage() {
        return all(
                hasAny(
                        "devicemapper",
                        "overlay2",
                        "overlayfs",
                        "overlay mount",
                        "mount overlay",
                        "overlay filesystem",
                        "storage driver",
                        "storage-driver",
                        "graphdriver",
                        "graph driver",
                        "/var/lib/docker/",
                        "error creating overlay",
                        "dm_task_run"),
                hasAny(
                        "error",
                        "fail",
                        "invalid",
                        "no such",
                        "cannot",
                        "unable",
                        "corrupt",
                        "denied",
                        "not permitted",
                        "busy",
                        "exist",
                        "timeout",
                        "unknown"),
                not(hasAny(
                        "no space left",
                        "thin pool",
                        "not enough space",
                        "free data blocks",
                        "disk quota",
                        "/var/lib/docker/volumes",
                        "/var/lib/docker/plugins",
                        "logging driver",
                        "/dev/nvidia",
                        "prestart hook",
                        "nvidia-container-cli",
                        "executable file not found",
                        "snapshotter",
                        "overlayfs as",
                        "write /var/lib/docker/tmp")));
    }

    private static Clue disconnected() {
        return any(
                reason("AGENT"),
                hasAny(
                        "the agent connected",
                        "agent is not connected",
                        "agent not connected",
                        "agent is disconnected",
                        "agent disconnected",
                        "agent was disconnected",
                        "agent has disconnected",
                        "agentConnected: false",
                        "agentConnected=false",
                        "AGENT_CONNECTIVITY",
                        "waiting for amazon ecs agent to start",
                        "waiting for ecs agent to start",
                        "error connecting to ACS",
                        "error connecting to TCS",
                        "error creating a websocket client",
                        "error from acs",
                        "error from tcs",
                        "unable to connect to acs",
                        "failed to connect to acs",
                        "failed to connect to tcs",
                        "error discovering poll endpoint",
                        "unable to discover poll endpoint"),
                all(hasAny("unable to dial ecs-a-", "unable to dial ecs-t-"), has("ecs")),
                all(has("agent", "lost connection"), has("ecs")),
                all(
                        hasAny("post https://ecs.", "lookup ecs."),
                        hasAny("timeout", "no such host", "refused", "reset", "misbehaving", "deadline")),
                all(REGISTERING, hasAny("error", "exception", "unable to", "could not", "failed to")),
                all(
                        hasAny("unable to register", "could not register"),
                        has("ecs"),
                        hasAny("timeout", "request send failed", "send request failed", "connection refused")));
    }
}
