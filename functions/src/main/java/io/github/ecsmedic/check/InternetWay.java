package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Changes.Start;
import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.check.Way.Closed;
import io.github.ecsmedic.check.Way.Open;
import io.github.ecsmedic.check.Way.Track;
import io.github.ecsmedic.check.Way.Unseen;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a packet through an internet gateway, which must be attached; over IPv4 the sender needs a public address. */
record InternetWay(WayOut way, Route route) {
    /** Where the packet goes from the internet gateway of the route. */
    Way from(Optional<Address> address, Track track) {
        String vpc = way.place().subnet().vpcId();
        return switch (way.inquiry().account().networks().internetGateway(vpc)) {
            case Unknown<Optional<String>> unknown -> new Unseen(unknown.why());
            case Known<Optional<String>>(Optional<String> attached, String source) -> {
                boolean here = attached.equals(Optional.of(route.target()));
                String says = here ? "attached" : "not attached to " + vpc;
                Evidence fact = new Evidence("Internet gateway " + route.target() + " is " + says, source);
                Track further = track.and(
                        Station.GATEWAY,
                        new Hop("internet-gateway", route.target(), here ? "passed" : "failed", says),
                        fact);
                yield here ? attached(address, further) : new Closed("gateway-detached", further);
            }
        };
    }

    private Way attached(Optional<Address> address, Track track) {
        if (address.filter(Address::isSix).isPresent()) {
            return six(track);
        }
        Instance host = way.place().instance();
        return host == null ? ofTask(track) : ofInstance(host, track);
    }

    /** Whoever could dial an IPv6 address has one; where that failed at once, nobody tells. */
    private Way six(Track track) {
        if (!way.inquiry().seen().label().endsWith("timeout")) {
            return new Unseen("whether the task has an IPv6 address is not in the event");
        }
        Evidence fact = new Evidence("The task dialled an IPv6 address, so it has one itself", "message");
        return new Open(
                null, track.and(Station.GATEWAY, new Hop("public-address", "", "passed", "has an IPv6 address"), fact));
    }

    private static Way ofInstance(Instance host, Track track) {
        boolean has = !host.publicAddress().isEmpty();
        String says = has ? "has the public address " + host.publicAddress() : "has no public address";
        Track further = track.and(
                Station.GATEWAY,
                new Hop("instance", host.id(), has ? "passed" : "failed", says),
                new Evidence("Instance " + host.id() + " " + says, "ec2:DescribeInstances"));
        return has ? new Open(null, further) : new Closed("no-public-ip", further);
    }

    private Way ofTask(Track track) {
        return switch (Deployments.starter(way.inquiry())) {
            case Unknown<Optional<Deployment>> unknown -> new Unseen(unknown.why());
            case Known<Optional<Deployment>>(Optional<Deployment> found, String source) ->
                found.isEmpty() ? ofStart(track) : assigned(found.get(), track, source);
        };
    }

    private Way ofStart(Track track) {
        return switch (Starts.of(way.inquiry(), "whether the task has a public address is")) {
            case Unknown<Start> unknown -> new Unseen(unknown.why());
            case Known<Start>(Start start, String source) -> {
                boolean on = start.publicIp();
                String says = "assignPublicIp of the request that started the task is " + (on ? "ENABLED" : "DISABLED");
                Track further = track.and(on ? Resources.NONE : groups(start.securityGroups()))
                        .and(
                                Station.GATEWAY,
                                new Hop("request", "RunTask", on ? "passed" : "failed", says),
                                new Evidence(says, source));
                yield on ? new Open(null, further) : new Closed("no-public-ip", further);
            }
        };
    }

    private Way assigned(Deployment deployment, Track track, String source) {
        String service = way.inquiry().subject().service();
        boolean on = deployment.publicIp();
        String says = "assignPublicIp of service " + service + " is " + (on ? "ENABLED" : "DISABLED");
        Track further = track.and(on ? Resources.NONE : network(deployment))
                .and(
                        Station.GATEWAY,
                        new Hop("service", service, on ? "passed" : "failed", says),
                        new Evidence(says, source));
        return on ? new Open(null, further) : new Closed("no-public-ip", further);
    }

    private static Resources network(Deployment deployment) {
        List<Resource> named = new ArrayList<>();
        deployment.subnets().forEach(id -> named.add(new Resource("service-subnet", id)));
        return new Resources(named).and(groups(deployment.securityGroups()));
    }

    private static Resources groups(List<String> ids) {
        return new Resources(
                ids.stream().map(id -> new Resource("security-group", id)).toList());
    }
}
