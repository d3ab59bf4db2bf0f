package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NatDrops;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Way.Track;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the NAT gateway ran out of ports before the failure. It is asked only where the way is open and the
 * connection timed out: a refused or unroutable one never needed a port.
 *
 * <p>Faults: {@code no-ports}, and {@code drops} when packets were dropped for another reason.
 */
public final class NatPorts implements AboutLeg {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    @Override
    public String id() {
        return "nat-ports";
    }

    @Override
    public String question() {
        return "Did the NAT gateway have ports left and drop nothing before the failure";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Legs.ACTIONS, Place.ACTIONS, WayOut.ACTIONS), "cloudwatch:GetMetricData");
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        if (!inquiry.seen().label().endsWith(".network_timeout") || Leg.unresolved(inquiry) || leg.internal()) {
            return new NotApplicable("no connection over the internet timed out");
        }
        return Reads.then(Place.of(inquiry), (place, _) -> switch (new WayOut(inquiry, place)
                .to(Legs.aim(inquiry, leg), leg.destination())) {
            case Way.Unseen(String why) -> new Inconclusive(why);
            case Way.Open(var nat, Track track) when nat != null -> through(inquiry, nat, track);
            case Way.Open _, Way.Beyond _, Way.Inside _, Way.Closed _ ->
                new NotApplicable("the packets do not leave by a NAT gateway that works");
        });
    }

    private static CheckResult through(Inquiry inquiry, NatGateway nat, Track track) {
        Instant end = end(inquiry.task());
        if (end == null) {
            return new NotApplicable("nothing tells when the connection failed");
        }
        return Reads.then(
                inquiry.account().networks().natDrops(nat.id(), end.minus(WINDOW), end),
                (drops, source) -> verdict(nat, track.resources(), drops, source));
    }

    private static @Nullable Instant end(@Nullable Task task) {
        return task == null
                ? null
                : Optional.ofNullable(task.times().stoppedAt())
                        .or(() -> Optional.ofNullable(task.times().stoppingAt()))
                        .orElse(task.times().createdAt());
    }

    private static CheckResult verdict(NatGateway nat, Resources named, NatDrops drops, String source) {
        String when = " in the " + WINDOW.toMinutes() + " minutes before the failure";
        if (drops.portErrors() > 0) {
            return failed(
                    "no-ports",
                    nat,
                    named,
                    new Evidence(
                            "NAT gateway " + nat.id() + " had no port left for " + count(drops.portErrors())
                                    + " connections" + when,
                            source));
        }
        if (drops.droppedPackets() > 0) {
            return failed(
                    "drops",
                    nat,
                    named,
                    new Evidence(
                            "NAT gateway " + nat.id() + " dropped " + count(drops.droppedPackets()) + " packets" + when,
                            source));
        }
        return new Passed(named, new Evidence("NAT gateway " + nat.id() + " dropped nothing" + when, source));
    }

    private static CheckResult failed(String fault, NatGateway nat, Resources named, Evidence fact) {
        return new Failed(
                fault,
                named,
                List.of(fact),
                List.of(new Exhibit.Path(Stops.at(Station.GATEWAY, nat.id(), "failed", fact.fact()))));
    }

    private static String count(double sum) {
        return String.format(Locale.ROOT, "%.0f", sum);
    }
}
