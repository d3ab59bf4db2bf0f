package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;

import java.util.List;

/** The control plane of ECS itself throttles or fails. */
public final class ServiceApi {
    private ServiceApi() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "service_api.throttled",
                        FAILURE,
                        "ECS or EC2 throttles its own calls",
                        all(
                                any(
                                        hasAny(
                                                "operations are being throttled",
                                                "OPERATION_THROTTLED",
                                                "being throttled",
                                                "RequestLimitExceeded",
                                                "ThrottlingException",
                                                "request was throttled",
                                                "throttled by",
                                                "Client.RequestThrottled",
                                                "TooManyRequestsException"),
                                        all(has("rate exceeded"), not(hasAny("docker", "public.ecr", "cannotpull"))),
                                        all(
                                                hasAny("throttling", "throttled"),
                                                hasAny(
                                                        "ecs",
                                                        "ec2",
                                                        "elasticloadbalancing",
                                                        "service discovery",
                                                        "cloud map"))),
                                not(hasAny(
                                        "CannotPull",
                                        "ResourceInitializationError",
                                        "toomanyrequests",
                                        "log stream")))),
                Signature.of(
                        "service_api.internal_error",
                        FAILURE,
                        "ECS reports an internal error",
                        any(
                                hasAny(
                                        "reason: internal error",
                                        "InternalError",
                                        "InternalServiceError",
                                        "ServerException",
                                        "InternalFailure"),
                                all(
                                        has("internal error"),
                                        hasAny(
                                                "unable to place",
                                                "ecs",
                                                "service (",
                                                "internal error has occurred",
                                                "internal error occurred")),
                                has("service unavailable. please try again later"))));
    }
}
