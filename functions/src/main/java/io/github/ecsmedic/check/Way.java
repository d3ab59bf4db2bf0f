package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit.Stop;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a packet gets from the task's subnet on its way out of the VPC. */
sealed interface Way {
    /** It gets out; {@code nat} is the NAT gateway that it leaves by, null when it needs none. */
    record Open(@Nullable NatGateway nat, Track track) implements Way {}

    /** It is lost here. */
    record Closed(String fault, Track track) implements Way {}

    /** It stays within the VPC. */
    record Inside(Track track) implements Way {}

    /** It leaves what we can see, by this route. */
    record Beyond(Target target, String says, Track track) implements Way {}

    /** A fact could not be read. */
    record Unseen(String why) implements Way {}

    /** What was met on the way. */
    record Track(Resources resources, List<Evidence> evidence, List<Stop> stops) {
        public Track {
            evidence = List.copyOf(evidence);
            stops = List.copyOf(stops);
        }

        Track and(Resources more) {
            return new Track(resources.and(more), evidence, stops);
        }

        /** The hop's object becomes a resource of its kind. */
        Track and(Station at, Hop hop, Evidence fact) {
            List<Evidence> facts = new ArrayList<>(evidence);
            facts.add(fact);
            List<Stop> met = new ArrayList<>(stops);
            met.add(new Stop(at, hop));
            return new Track(resources.and(Resources.of(hop.hop(), hop.id())), facts, met);
        }
    }
}
