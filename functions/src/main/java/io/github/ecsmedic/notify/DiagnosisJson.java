package io.github.ecsmedic.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A diagnosis as JSON, schema 1: every field always, in the same order, on one line, secrets hidden. */
public final class DiagnosisJson {
    private static final int SCHEMA = 1;

    private DiagnosisJson() {}

    /** With log lines. */
    public static String of(Diagnosis diagnosis) {
        return of(diagnosis, MessageOptions.DEFAULT);
    }

    /** With or without log lines. */
    public static String of(Diagnosis diagnosis, MessageOptions options) {
        return told(options.told(diagnosis));
    }

    /** Of a diagnosis that may be told as it is. */
    static String told(Diagnosis d) {
        return told(d, json -> {});
    }

    /** With fields after its own. */
    static String told(Diagnosis d, JsonText.Body more) {
        return JsonText.object(json -> {
            json.writeNumberField("schema", SCHEMA);
            subject(json, d.subject());
            json.writeStringField("label", d.label());
            json.writeStringField("alert", d.alert().word());
            json.writeStringField("message", d.message());
            json.writeStringField(
                    "failedAt", d.failedAt() == null ? "" : d.failedAt().toString());
            capacity(json, d.capacity());
            causes(json, "causes", d.causes());
            causes(json, "sideFindings", d.sideFindings());
            findings(json, d);
            context(json, d);
            JsonText.list(json, "fixes", d.fixes(), DiagnosisJson::fix);
            cost(json, d.cost());
            more.write(json);
        });
    }

    static void cost(JsonGenerator json, Diagnosis.Cost cost) throws IOException {
        json.writeObjectFieldStart("cost");
        json.writeNumberField("apiCalls", cost.apiCalls());
        json.writeNumberField("criticalPath", cost.criticalPath());
        json.writeNumberField("millis", cost.millis());
        json.writeEndObject();
    }

    private static void capacity(JsonGenerator json, Diagnosis.Capacity capacity) throws IOException {
        json.writeObjectFieldStart("capacity");
        if (capacity.known()) {
            json.writeNumberField("running", capacity.running());
            json.writeNumberField("desired", capacity.desired());
        }
        json.writeEndObject();
    }

    static void subject(JsonGenerator json, Subject subject) throws IOException {
        json.writeObjectFieldStart("subject");
        json.writeStringField("account", subject.account());
        json.writeStringField("accountName", subject.accountName());
        json.writeStringField("region", subject.region());
        json.writeStringField("cluster", subject.cluster());
        json.writeStringField("service", subject.service());
        json.writeStringField("taskArn", subject.taskArn());
        json.writeStringField("taskDefinition", subject.taskDefinition());
        json.writeEndObject();
    }

    static void causes(JsonGenerator json, String field, List<Cause> causes) throws IOException {
        JsonText.list(json, field, causes, (out, cause) -> {
            out.writeStringField("id", cause.id());
            out.writeStringField("certainty", cause.certainty().word());
            out.writeStringField("summary", cause.summary());
            JsonText.texts(out, "resources", cause.resources().ids());
            JsonText.list(out, "evidence", cause.evidence(), (fact, evidence) -> {
                fact.writeStringField("fact", evidence.fact());
                fact.writeStringField("source", evidence.source());
            });
        });
    }

    private static void findings(JsonGenerator json, Diagnosis d) throws IOException {
        JsonText.list(json, "refuted", d.refuted(), (out, refuted) -> {
            out.writeStringField("id", refuted.id());
            out.writeStringField("because", refuted.because());
            out.writeStringField("source", refuted.source());
        });
        notChecked(json, d.notChecked());
        path(json, d.path());
        JsonText.list(json, "alsoAffected", d.alsoAffected(), (out, affected) -> {
            out.writeStringField("service", affected.service());
            out.writeStringField("through", affected.through());
        });
    }

    static void notChecked(JsonGenerator json, List<Diagnosis.NotChecked> notChecked) throws IOException {
        JsonText.list(json, "notChecked", notChecked, (out, check) -> {
            out.writeStringField("check", check.check());
            out.writeStringField("why", check.why());
        });
    }

    static void path(JsonGenerator json, List<Diagnosis.Hop> path) throws IOException {
        JsonText.list(json, "path", path, (out, hop) -> {
            out.writeStringField("hop", hop.hop());
            out.writeStringField("id", hop.id());
            out.writeStringField("verdict", hop.verdict());
            out.writeStringField("says", hop.says());
        });
    }

    static void looked(JsonGenerator json, Diagnosis.Looked looked) throws IOException {
        json.writeObjectFieldStart("looked");
        json.writeNumberField("services", looked.services());
        json.writeNumberField("of", looked.of());
        json.writeEndObject();
    }

    private static void context(JsonGenerator json, Diagnosis d) throws IOException {
        looked(json, d.looked());
        JsonText.list(json, "changes", d.changes(), (out, change) -> {
            out.writeStringField("at", change.at().toString());
            out.writeStringField("by", change.by());
            out.writeStringField("event", change.event());
            out.writeStringField("resource", change.resource());
        });
        json.writeObjectFieldStart("log");
        json.writeStringField("group", d.log().group());
        json.writeStringField("stream", d.log().stream());
        JsonText.texts(json, "lines", d.log().lines());
        json.writeEndObject();
        JsonText.list(json, "difference", d.difference(), (out, difference) -> {
            out.writeStringField("field", difference.field());
            out.writeStringField("before", difference.before());
            out.writeStringField("after", difference.after());
        });
    }

    static void fix(JsonGenerator json, Remedy fix) throws IOException {
        json.writeStringField("id", fix.id());
        json.writeStringField("tier", fix.tier().name().toLowerCase(Locale.ROOT));
        json.writeStringField("decision", fix.decision().name().toLowerCase(Locale.ROOT));
        json.writeStringField("reason", fix.reason());
        JsonText.list(json, "steps", fix.steps(), (out, step) -> {
            out.writeStringField("cli", step.cli());
            out.writeStringField("iamAction", step.iamAction());
            out.writeStringField("undo", step.undo());
        });
    }
}
