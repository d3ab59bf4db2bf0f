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

    /** Any hop under its station's word. */
    static Stop at(Station station, String id, String verdict, String says) {
        return new Stop(station, new Hop(station.word(), id, verdict, says));
    }
}
