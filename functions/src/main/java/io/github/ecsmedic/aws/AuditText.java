package io.github.ecsmedic.aws;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.incident.Attempt;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.AuditRecord.Phase;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A record of the audit as one line of JSON, the same in both places. */
public final class AuditText {
    /** Of the line; one without a number is of the first form. What is hashed has a number of its own. */
    private static final int SCHEMA = 1;

    private static final String INTENT = "intent";

    private AuditText() {}

    public static String of(AuditRecord r) {
        return JsonText.object(json -> {
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("place", r.place());
            json.writeNumberField("sequence", r.sequence());
            json.writeStringField("previous", r.previous());
            write(json, r.attempt());
            switch (r.phase()) {
                case Phase.Intent() -> json.writeStringField("phase", INTENT);
                case Phase.Outcome(long of, Word word, String why) -> {
                    json.writeStringField("phase", "outcome");
                    json.writeNumberField("of", of);
                    json.writeStringField("word", word.text());
                    json.writeStringField("why", why);
                }
            }
            json.writeStringField("at", r.at().toString());
            json.writeStringField("hash", r.hash());
        });
    }

    private static void write(JsonGenerator json, Attempt a) throws IOException {
        json.writeStringField("scope", a.scope());
        json.writeStringField("incident", a.incident());
        json.writeStringField("fix", a.fix());
        json.writeStringField("plan", a.plan());
        json.writeBooleanField("undo", a.undo());
        JsonText.texts(json, "people", a.people());
        json.writeStringField("action", a.action());
        JsonText.texts(json, "argv", a.argv());
        json.writeStringField("seen", a.seen());
    }

    /** What {@link #of} wrote, also when its content was altered since; empty when it is no record at all, or one of a newer form. */
    public static Optional<AuditRecord> read(String line) {
        try {
            Json json = Json.parse(line.getBytes(StandardCharsets.UTF_8));
            Integer schema = json.integer("schema");
            if (schema != null && schema > SCHEMA) {
                return Optional.empty();
            }
            return Optional.of(new AuditRecord(
                    json.text("place"),
                    Long.parseLong(json.text("sequence")),
                    json.text("previous"),
                    attempt(json),
                    phase(json),
                    Instant.parse(json.text("at")),
                    json.text("hash")));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Attempt attempt(Json json) {
        return new Attempt(
                json.text("scope"),
                json.text("incident"),
                json.text("fix"),
                json.text("plan"),
                json.isTrue("undo"),
                texts(json, "people"),
                json.text("action"),
                texts(json, "argv"),
                json.text("seen"));
    }

    private static Phase phase(Json json) {
        return json.text("phase").equals(INTENT)
                ? new Phase.Intent()
                : new Phase.Outcome(Long.parseLong(json.text("of")), word(json.text("word")), json.text("why"));
    }

    private static Word word(String text) {
        return Stream.of(Word.values())
                .filter(word -> word.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** Empty ones too: an argument may be empty. */
    private static List<String> texts(Json json, String name) {
        return json.at(name).items().stream().map(Json::text).toList();
    }
}
