package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.Json;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A change that we made, as it is kept. */
final class ActionRecord {
    private ActionRecord() {}

    static String of(Action a) {
        return JsonText.object(json -> {
            json.writeStringField("scope", a.scope());
            json.writeStringField("cluster", a.cluster());
            json.writeStringField("fix", a.fix());
            FingerprintRecord.write(json, "cause", a.cause());
            json.writeStringField("revision", a.revision());
            json.writeStringField("at", a.at().toString());
            json.writeStringField("outcome", a.outcome().name());
        });
    }

    /** What {@link #of} wrote; a record of another program, or a damaged one, throws. */
    static Action read(String id, String text) {
        try {
            Json json = Json.parse(text.getBytes(StandardCharsets.UTF_8));
            return new Action(
                    id,
                    json.text("scope"),
                    json.text("cluster"),
                    json.text("fix"),
                    FingerprintRecord.read(json.at("cause")),
                    json.text("revision"),
                    Instant.parse(json.text("at")),
                    Action.Outcome.valueOf(json.text("outcome")));
        } catch (IOException | RuntimeException e) {
            throw new LedgerException("an action of the table cannot be read: " + e);
        }
    }
}
