package io.github.ecsmedic.model;

import java.util.List;

/** What a check shows beside its verdict; the diagnosis collects it. */
public sealed interface Exhibit {
    /** Decisive lines of a log. */
    record Log(LogTail tail) implements Exhibit {}

    /** Hops of a packet, each with its place on the way. */
    record Path(List<Stop> stops) implements Exhibit {
        public Path {
            stops = List.copyOf(stops);
        }

        public Path(Stop... stops) {
            this(List.of(stops));
        }
    }

    /** One hop and where on the way it lies. */
    record Stop(Station at, Diagnosis.Hop hop) {}

    /** How the failing revision differs from the last good one. */
    record Differences(List<Diagnosis.Difference> fields) implements Exhibit {
        public Differences {
            fields = List.copyOf(fields);
        }
    }

    /** Who else uses the broken object, of how many that were looked at. */
    record Neighbours(List<Diagnosis.AlsoAffected> services, Diagnosis.Looked looked) implements Exhibit {
        public Neighbours {
            services = List.copyOf(services);
        }
    }

    /** What could not be looked at, although the rest brought a verdict; each names the fault and the operation. */
    record Unread(List<String> whys) implements Exhibit {
        public Unread {
            whys = List.copyOf(whys);
        }
    }

    /** What was changed before the failure. */
    record Changes(List<Diagnosis.Change> changes) implements Exhibit {
        public Changes {
            changes = List.copyOf(changes);
        }
    }
}
