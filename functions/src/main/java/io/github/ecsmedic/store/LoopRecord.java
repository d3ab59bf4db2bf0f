package io.github.ecsmedic.store;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.aws.Json;
import io.github.ecsmedic.incident.Loop;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;

/** What a start of a member pulls, as it is kept. */
final class LoopRecord {
    private LoopRecord() {}

    static void write(JsonGenerator json, Loop loop) throws IOException {
        json.writeStringField("scope", loop.scope());
        json.writeStringField("pulls", loop.pulls().name());
        JsonText.list(json, "images", loop.images(), (out, image) -> {
            out.writeStringField("name", image.name());
            out.writeStringField("registry", image.registry().name());
            Long bytes = image.bytes();
            out.writeStringField("bytes", bytes == null ? "" : bytes.toString());
            out.writeStringField("way", image.way().name());
            out.writeStringField("through", image.through());
        });
    }

    static Loop read(Json json) {
        return new Loop(
                json.text("scope"),
                Loop.Pulls.valueOf(json.text("pulls")),
                json.objects("images").stream().map(LoopRecord::image).toList());
    }

    private static Loop.Image image(Json json) {
        return new Loop.Image(
                json.text("name"),
                Loop.Registry.valueOf(json.text("registry")),
                json.text("bytes").isEmpty() ? null : Long.valueOf(json.text("bytes")),
                Loop.Way.valueOf(json.text("way")),
                json.text("through"));
    }
}
