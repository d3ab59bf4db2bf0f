package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Exhibit.Stop;
import io.github.ecsmedic.model.Station;
import java.util.List;

/** Hops of the packet's way that several checks tell in the same form. */
final class Stops {
    private Stops() {}

    /** The name that was asked. */
    static List<Exhibit> name(Leg leg, String verdict, String says) {
        return List.of(new Exhibit.Path(at(Station.NAME, leg.host(), verdict, says)));
    }

    /** The name that led to a public address in place of an endpoint's. */
    static List<Exhibit> astray(Inquiry inquiry, Leg leg, Place place, String says) {
        return name(leg, unlessOpen(inquiry, leg, place), says);
    }

    /** The verdict of a hop that stops the packet only where the way to the internet, which it takes instead, ends. */
    static String unlessOpen(Inquiry inquiry, Leg leg, Place place) {
        return switch (new WayOut(inquiry, place).to(Legs.aim(inquiry, leg), leg.destination())) {
            case Way.Open _ -> "passed";
            case Way.Closed _, Way.Inside _ -> "failed";
            case Way.Beyond _, Way.Unseen _ -> "inconclusive";
        };
    }

    /** Any hop under its station's word. */
    static Stop at(Station station, String id, String verdict, String says) {
        return new Stop(station, new Hop(station.word(), id, verdict, says));
    }
}
