package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.aws.Table.Row;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.model.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of the table.
 *
 * <pre>
 * EVENT#hash      -               version                       an event's resource, the highest version worked in
 * KEY#hash        -               incident                      the newest incident under a fingerprint
 * INCIDENT#id     -               version body                  an incident
 * INCIDENT#id     SINK#sink       wanted told … owner until     what a sink knows of it, and who works on it
 * LIVING          id                                            an incident that is not over
 * ACTION          id              body                          a change that we made
 * AUDIT           place           sequence hash copied          the last record of a place's audit
 * AUDIT#place     sequence        body                          such a record, kept for ever
 * LEASE#name      -               owner until                   who does what only one may do at a time
 * DUE             sink#id         nextAttempt since …           a message that has still to be told
 * STORM#place     -               version since calm incident   whether a storm blows
 * STORM#place     @scope          at incident cause …           how a service failed last
 * WATCH#place     scope           since                         a service that lacks tasks
 * ENDED#day       id                                            an incident that ended on that day
 * UNKNOWN#day     -               kept dropped                  how many texts nobody recognised
 * UNKNOWN#day     hash            text count …                  such a text
 * DIGEST          -               since                         since when there is anything for a digest
 * DIGEST          digest#sink     until                         a digest that was taken, or sent
 * </pre>
 *
 * <p>Each has the number of its form as well, see {@link Forms}. {@code expires} is the second after which DynamoDB may delete a row; nothing rests on when it does.
 */
final class Rows {
    static final String LIVING = "LIVING";
    static final String DUE = "DUE";
    static final String ACTION = "ACTION";
    static final String VERSION = "version";
    static final String WANTED = "wanted";
    static final String OWNER = "owner";
    static final String UNTIL = "until";
    static final String BODY = "body";
    static final String INCIDENT = "incident";
    static final String SINK = "sink";
    static final String NEXT = "nextAttempt";
    static final String SINCE = "since";
    static final String EXPIRES = "expires";
    static final String TOLD_AT = "toldAt";
    static final String FIRST_TOLD_AT = "firstToldAt";

    static final String ONLY = "-";

    private Rows() {}

    static Table.Key event(EventKey event) {
        return new Table.Key("EVENT#" + Sha256.of(event.resource()), ONLY);
    }

    static Table.Key under(Fingerprint fingerprint) {
        return new Table.Key("KEY#" + Sha256.of(fingerprint.key()), ONLY);
    }

    static Table.Key incident(String id) {
        return new Table.Key("INCIDENT#" + id, ONLY);
    }

    static Table.Key telling(String incident, String sink) {
        return new Table.Key("INCIDENT#" + incident, "SINK#" + sink);
    }

    static Table.Key living(String id) {
        return new Table.Key(LIVING, id);
    }

    static Table.Key action(String id) {
        return new Table.Key(ACTION, id);
    }

    static Table.Key lease(String name) {
        return new Table.Key("LEASE#" + name, ONLY);
    }

    static Table.Key due(String incident, String sink) {
        return new Table.Key(DUE, sink + "#" + incident);
    }

    /** Those that are still kept and that this version can read, in no order. */
    static List<Incident> incidents(FormedTable table, List<Table.Key> keys) {
        List<Incident> incidents = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += Table.KEYS_A_READ) {
            table.readable(keys.subList(from, Math.min(keys.size(), from + Table.KEYS_A_READ)))
                    .values()
                    .forEach(row -> incidents.add(IncidentRecord.read(row.text(BODY))));
        }
        return incidents;
    }

    /** {@code nextAttempt} stands in the row of the message that is due. */
    static Telling telling(Row row, Instant nextAttempt) {
        return new Telling(
                row.text(INCIDENT),
                row.text(SINK),
                row.number(WANTED),
                new Telling.Told(
                        row.number("told"),
                        row.text("toldState").isEmpty()
                                ? Incident.State.OPEN
                                : Incident.State.valueOf(row.text("toldState")),
                        row.text("content"),
                        row.text("reference"),
                        Instant.ofEpochMilli(row.number(TOLD_AT))),
                (int) row.number("attempts"),
                nextAttempt,
                row.text("fault"));
    }

    /** What a sink was told, and how often it refused. */
    static Map<String, Object> values(Telling t) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("told", t.told().version());
        values.put("toldState", t.told().state().name());
        values.put("content", t.told().content());
        values.put("reference", t.told().reference());
        values.put(TOLD_AT, t.told().at().toEpochMilli());
        values.put("attempts", (long) t.attempts());
        values.put("fault", t.fault());
        return values;
    }
}
