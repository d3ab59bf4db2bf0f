package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Loop;
import io.github.ecsmedic.incident.Loop.Pulls;
import io.github.ecsmedic.incident.Loop.Registry;
import io.github.ecsmedic.incident.Loop.Way;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.signature.Facts;
import io.github.ecsmedic.signature.Recognition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what one start of a service pulls, and which way that comes. */
public final class StartPulls {
    /** What {@link #of} may read. */
    public static final Set<String> ACTIONS = Reads.actions(
            List.of(Legs.ACTIONS, Place.ACTIONS, WayOut.ACTIONS, Definitions.ACTIONS),
            "ecr:DescribeImages",
            "ecs:DescribeServices");

    private static final String LAYERS = "-starport-layer-bucket.s3.";
    private static final int HTTPS = 443;

    private final Inquiry inquiry;
    private final String region;

    private StartPulls(Subject subject, Account account) {
        inquiry = new Inquiry(subject, null, "", new Recognition("", AlertClass.FAILURE, Facts.NONE, false), account);
        region = subject.region();
    }

    /** Of a service, in the first subnet of its deployment; what cannot be read is untold. */
    public static Loop of(Subject subject, Account account) {
        String scope = Fingerprint.scope(subject);
        Optional<Service> service = subject.service().isEmpty()
                ? Optional.empty()
                : known(account.workloads().service(subject.cluster(), subject.service()))
                        .flatMap(found -> found);
        if (service.isPresent() && !service.get().onFargate()) {
            return new Loop(scope, Pulls.KEPT, List.of());
        }
        Optional<TaskDefinition> definition =
                service.flatMap(s -> known(account.workloads().taskDefinition(s.taskDefinition())));
        return definition
                .map(d -> new StartPulls(subject, account).of(scope, d))
                .orElseGet(() -> new Loop(scope, Pulls.UNTOLD, List.of()));
    }

    private Loop of(String scope, TaskDefinition definition) {
        boolean waits = definition.containers().stream()
                .anyMatch(container -> !container.dependsOn().isEmpty());
        Map<String, Loop.Image> images = new LinkedHashMap<>();
        definition.containers().stream()
                .filter(container -> !container.image().isEmpty())
                .forEach(container -> images.computeIfAbsent(container.image(), _ -> image(container)));
        return new Loop(scope, waits ? Pulls.AT_MOST : Pulls.ALL, List.copyOf(images.values()));
    }

    private Loop.Image image(ContainerDefinition container) {
        ImageReference image = ImageReference.parse(container.image());
        Long bytes = known(ImageSize.size(inquiry, container.image())).orElse(null);
        Route route = known(Place.of(inquiry)).map(place -> route(image, place)).orElse(Route.UNTOLD);
        return new Loop.Image(container.image(), registry(image, container), bytes, route.way(), route.through());
    }

    private static Registry registry(ImageReference image, ContainerDefinition container) {
        if (image.dockerHub()) {
            return container.repositoryCredentials().isEmpty() ? Registry.DOCKER_HUB : Registry.DOCKER_HUB_LOGGED_IN;
        }
        return image.ecr() ? Registry.ECR : Registry.OTHER;
    }

    private record Route(Way way, String through) {
        static final Route UNTOLD = new Route(Way.UNTOLD, "");
    }

    private Route route(ImageReference image, Place place) {
        if (!image.ecr() || !image.region().equals(region)) {
            return out(place, Optional.empty());
        }
        String vpc = place.subnet().vpcId();
        Optional<List<Endpoint>> endpoints = known(inquiry.account().networks().endpoints(vpc));
        Optional<RouteTable> table =
                known(new WayOut(inquiry, place).table(place.subnet().id()));
        if (endpoints.isEmpty() || table.isEmpty()) {
            return Route.UNTOLD;
        }
        List<Endpoint> usable = Endpoints.of(endpoints.get(), region, "s3").stream()
                .filter(Endpoint::available)
                .toList();
        Optional<Endpoint> gateway = usable.stream()
                .filter(e -> e.type().equals("Gateway") && S3Gateway.serves(e, table.get()))
                .findFirst();
        Optional<Endpoint> named = usable.stream()
                .filter(e -> e.type().equals("Interface") && e.privateDns())
                .findFirst();
        if (gateway.isPresent() && named.isPresent()) {
            return Route.UNTOLD; // whether the name leads to the interface is an option that we do not read
        }
        return gateway.map(e -> new Route(Way.GATEWAY_ENDPOINT, e.id()))
                .or(() -> named.map(e -> new Route(Way.INTERFACE_ENDPOINT, e.id())))
                .orElseGet(() -> out(place, Optional.of(layers())));
    }

    private Leg layers() {
        String host = "prod-" + region + LAYERS + region + ".amazonaws.com";
        return new Leg(Stage.LAYERS, host, "", HTTPS, List.of(), true);
    }

    private Route out(Place place, Optional<Leg> leg) {
        var way = new WayOut(inquiry, place).to(leg.flatMap(l -> Legs.aim(inquiry, l)), "the registry");
        return switch (way) {
            case io.github.ecsmedic.check.Way.Open(var nat, var _) ->
                nat == null ? new Route(Way.INTERNET, "") : new Route(Way.NAT_GATEWAY, nat.id());
            case io.github.ecsmedic.check.Way.Closed _,
                    io.github.ecsmedic.check.Way.Inside _,
                    io.github.ecsmedic.check.Way.Beyond _,
                    io.github.ecsmedic.check.Way.Unseen _ -> Route.UNTOLD;
        };
    }

    private static <T> Optional<T> known(Answer<T> answer) {
        return answer instanceof Known<T>(T value, String _) ? Optional.of(value) : Optional.empty();
    }
}
