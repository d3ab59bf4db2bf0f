package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.hasAny;

import java.util.List;

/** The proxy that Service Connect puts beside the application. */
public final class ServiceConnect {
    private ServiceConnect() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(Signature.of(
                "service_connect.unhealthy",
                FAILURE,
                "The proxy of Service Connect is not ready",
                any(
                        hasAny(
                                "envoy_xds.sock",
                                "/var/run/ecs/relay",
                                "StreamAggregatedResources gRPC config stream",
                                "DeltaAggregatedResources gRPC config stream",
                                "ecs-service-connect-agent"),
                        all(
                                hasAny("service connect", "ecs-service-connect", "serviceconnect", "envoy", "appnet"),
                                hasAny(
                                        "unhealthy",
                                        "not ready",
                                        "not healthy",
                                        "failed to start",
                                        "failed health",
                                        "readiness check failed",
                                        "exited",
                                        "initialization failed",
                                        "bootstrap failed",
                                        "failed to become",
                                        "timed out",
                                        "health check",
                                        "terminated",
                                        "not live"))),
                Fact.NAME));
    }
}
