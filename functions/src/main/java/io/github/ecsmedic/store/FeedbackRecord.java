package io.github.ecsmedic.store;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.aws.Json;
import io.github.ecsmedic.incident.Feedback;
import io.github.ecsmedic.incident.Person;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.time.Instant;

/** What people asked of an incident, as it is kept; an incident that was kept without it reads as if nobody had. */
final class FeedbackRecord {
    private FeedbackRecord() {}

    static void write(JsonGenerator json, Feedback feedback) throws IOException {
        Feedback.Snooze snooze = feedback.snooze();
        if (snooze != null) {
            json.writeObjectFieldStart("snooze");
            json.writeStringField("until", snooze.until().toString());
            write(json, snooze.by());
            json.writeEndObject();
        }
        json.writeNumberField("snoozesOver", feedback.snoozesOver());
        JsonText.list(json, "notUseful", feedback.notUseful(), (out, vote) -> {
            out.writeStringField("at", vote.at().toString());
            write(out, vote.by());
        });
    }

    static Feedback read(Json json) {
        Json snooze = json.at("snooze");
        return new Feedback(
                snooze.text("until").isEmpty()
                        ? null
                        : new Feedback.Snooze(Instant.parse(snooze.text("until")), person(snooze)),
                DiagnosisRecord.number(json, "snoozesOver"),
                json.objects("notUseful").stream()
                        .map(vote -> new Feedback.Vote(Instant.parse(vote.text("at")), person(vote)))
                        .toList());
    }

    private static void write(JsonGenerator json, Person by) throws IOException {
        json.writeStringField("by", by.id());
        json.writeStringField("name", by.name());
    }

    private static Person person(Json json) {
        return new Person(json.text("by"), json.text("name"));
    }
}
