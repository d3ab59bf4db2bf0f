package io.github.ecsmedic.store;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.aws.Json;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as it is kept: every field, so that it can be told again, but the tags, which the incident's members keep.
 *
 * <p>It is not the JSON of the command line, which leaves out the kinds of objects.
 */
final class DiagnosisRecord {
    private DiagnosisRecord() {}

    static void write(JsonGenerator json, Diagnosis d) throws IOException {
        subject(json, d.subject());
        json.writeStringField("label", d.label());
        json.writeStringField("alert", d.alert().name());
        json.writeStringField("message", d.message());
        Instant failedAt = d.failedAt();
        json.writeStringField("failedAt", failedAt == null ? "" : failedAt.toString());
        json.writeNumberField("running", d.capacity().running());
        json.writeNumberField("desired", d.capacity().desired());
        json.writeStringField("deployment", d.capacity().deployment());
        JsonText.list(json, "causes", d.causes(), DiagnosisRecord::cause);
        JsonText.list(json, "sideFindings", d.sideFindings(), DiagnosisRecord::cause);
        JsonText.list(json, "refuted", d.refuted(), (out, r) -> {
            out.writeStringField("id", r.id());
            out.writeStringField("because", r.because());
            out.writeStringField("source", r.source());
        });
        JsonText.list(json, "notChecked", d.notChecked(), (out, n) -> {
            out.writeStringField("check", n.check());
            out.writeStringField("why", n.why());
        });
        JsonText.list(json, "path", d.path(), (out, hop) -> {
            out.writeStringField("hop", hop.hop());
            out.writeStringField("id", hop.id());
            out.writeStringField("verdict", hop.verdict());
            out.writeStringField("says", hop.says());
        });
        surroundings(json, d);
        JsonText.list(json, "fixes", d.fixes(), DiagnosisRecord::remedy);
        json.writeNumberField("apiCalls", d.cost().apiCalls());
        json.writeNumberField("criticalPath", d.cost().criticalPath());
        json.writeNumberField("millis", d.cost().millis());
    }

    static Diagnosis read(Json json) {
        return new Diagnosis(
                subject(json.at("subject")),
                json.text("label"),
                AlertClass.valueOf(json.text("alert")),
                json.text("message"),
                time(json, "failedAt"),
                new Diagnosis.Capacity(number(json, "running"), number(json, "desired"), json.text("deployment")),
                json.objects("causes").stream().map(DiagnosisRecord::cause).toList(),
                json.objects("sideFindings").stream()
                        .map(DiagnosisRecord::cause)
                        .toList(),
                json.objects("refuted").stream()
                        .map(r -> new Diagnosis.Refuted(r.text("id"), r.text("because"), r.text("source")))
                        .toList(),
                json.objects("notChecked").stream()
                        .map(n -> new Diagnosis.NotChecked(n.text("check"), n.text("why")))
                        .toList(),
                json.objects("path").stream()
                        .map(h -> new Diagnosis.Hop(h.text("hop"), h.text("id"), h.text("verdict"), h.text("says")))
                        .toList(),
                json.objects("alsoAffected").stream()
                        .map(a -> new Diagnosis.AlsoAffected(a.text("service"), a.text("through")))
                        .toList(),
                new Diagnosis.Looked(number(json, "lookedAt"), number(json, "lookedOf")),
                json.objects("changes").stream()
                        .map(c -> new Diagnosis.Change(
                                Instant.parse(c.text("at")), c.text("by"), c.text("event"), c.text("resource")))
                        .toList(),
                new LogTail(json.text("logGroup"), json.text("logStream"), texts(json, "logLines")),
                json.objects("difference").stream()
                        .map(x -> new Diagnosis.Difference(x.text("field"), x.text("before"), x.text("after")))
                        .toList(),
                json.objects("fixes").stream().map(DiagnosisRecord::remedy).toList(),
                new Diagnosis.Cost(number(json, "apiCalls"), number(json, "criticalPath"), number(json, "millis")));
    }

    private static void surroundings(JsonGenerator json, Diagnosis d) throws IOException {
        JsonText.list(json, "alsoAffected", d.alsoAffected(), (out, a) -> {
            out.writeStringField("service", a.service());
            out.writeStringField("through", a.through());
        });
        json.writeNumberField("lookedAt", d.looked().services());
        json.writeNumberField("lookedOf", d.looked().of());
        JsonText.list(json, "changes", d.changes(), (out, c) -> {
            out.writeStringField("at", c.at().toString());
            out.writeStringField("by", c.by());
            out.writeStringField("event", c.event());
            out.writeStringField("resource", c.resource());
        });
        json.writeStringField("logGroup", d.log().group());
        json.writeStringField("logStream", d.log().stream());
        JsonText.texts(json, "logLines", d.log().lines());
        JsonText.list(json, "difference", d.difference(), (out, x) -> {
            out.writeStringField("field", x.field());
            out.writeStringField("before", x.before());
            out.writeStringField("after", x.after());
        });
    }

    static void subject(JsonGenerator json, Subject s) throws IOException {
        json.writeObjectFieldStart("subject");
        json.writeStringField("account", s.account());
        json.writeStringField("region", s.region());
        json.writeStringField("cluster", s.cluster());
        json.writeStringField("service", s.service());
        json.writeStringField("taskArn", s.taskArn());
        json.writeStringField("taskDefinition", s.taskDefinition());
        json.writeEndObject();
    }

    static Subject subject(Json json) {
        return new Subject(
                json.text("account"),
                json.text("region"),
                json.text("cluster"),
                json.text("service"),
                json.text("taskArn"),
                json.text("taskDefinition"));
    }

    static void cause(JsonGenerator json, Cause cause) throws IOException {
        json.writeStringField("id", cause.id());
        json.writeStringField("certainty", cause.certainty().name());
        json.writeStringField("summary", cause.summary());
        JsonText.list(json, "resources", cause.resources().all(), DiagnosisRecord::resource);
        JsonText.list(json, "shared", cause.shared().all(), DiagnosisRecord::resource);
        JsonText.list(json, "evidence", cause.evidence(), (out, e) -> {
            out.writeStringField("fact", e.fact());
            out.writeStringField("source", e.source());
        });
    }

    static Cause cause(Json json) {
        return new Cause(
                json.text("id"),
                Certainty.valueOf(json.text("certainty")),
                json.text("summary"),
                resources(json, "resources"),
                resources(json, "shared"),
                json.objects("evidence").stream()
                        .map(e -> new Evidence(e.text("fact"), e.text("source")))
                        .toList());
    }

    private static void resource(JsonGenerator json, Resource resource) throws IOException {
        json.writeStringField("kind", resource.kind());
        json.writeStringField("id", resource.id());
    }

    private static Resources resources(Json json, String field) {
        return new Resources(json.objects(field).stream()
                .map(r -> new Resource(r.text("kind"), r.text("id")))
                .toList());
    }

    private static void remedy(JsonGenerator json, Remedy remedy) throws IOException {
        json.writeStringField("id", remedy.id());
        json.writeStringField("tier", remedy.tier().name());
        json.writeStringField("decision", remedy.decision().name());
        json.writeStringField("reason", remedy.reason());
        JsonText.list(json, "steps", remedy.steps(), (out, step) -> {
            out.writeStringField("cli", step.cli());
            out.writeStringField("iamAction", step.iamAction());
            out.writeStringField("undo", step.undo());
        });
    }

    private static Remedy remedy(Json json) {
        return new Remedy(
                json.text("id"),
                Remedy.Tier.valueOf(json.text("tier")),
                Remedy.Decision.valueOf(json.text("decision")),
                json.text("reason"),
                json.objects("steps").stream()
                        .map(s -> new Remedy.Command(s.text("cli"), s.text("iamAction"), s.text("undo")))
                        .toList());
    }

    /** Every text, also an empty one. */
    private static List<String> texts(Json json, String field) {
        return json.at(field).items().stream().map(Json::text).toList();
    }

    static int number(Json json, String field) {
        Integer number = json.integer(field);
        return number == null ? 0 : number;
    }

    static @Nullable Instant time(Json json, String field) {
        return json.text(field).isEmpty() ? null : Instant.parse(json.text(field));
    }
}
