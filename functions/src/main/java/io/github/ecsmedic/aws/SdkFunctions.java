package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;

import io.github.ecsmedic.installation.Functions;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** AWS Lambda, read without its client: two questions are not worth one. */
final class SdkFunctions implements Functions {
    private static final String FUNCTION = "lambda:GetFunctionConfiguration";
    private static final String MAPPINGS = "lambda:ListEventSourceMappings";
    private static final SignedCall.Service LAMBDA = new SignedCall.Service("lambda", "LAMBDA");

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private final Clients clients;
    private final Reads reads;

    SdkFunctions(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<Function>> function(String name) {
        return reads.ask(
                "function " + name,
                FUNCTION,
                () -> reads.sendUnless(
                                "ResourceNotFoundException",
                                FUNCTION,
                                () -> ask("/2015-03-31/functions/" + name + "/configuration", Map.of()))
                        .map(answer -> function(name, answer)));
    }

    private static Function function(String name, Json answer) {
        Map<String, String> environment = new TreeMap<>();
        if (answer.at("Environment").at("Variables") instanceof Json.Members(Map<String, Json> values)) {
            values.forEach((key, value) -> environment.put(key, value.text()));
        }
        return new Function(
                name,
                given(answer, "FunctionArn"),
                given(answer, "State"),
                answer.text("LastUpdateStatus"),
                given(answer, "Runtime"),
                given(answer, "Handler"),
                given(answer, "Role"),
                time(answer.text("LastModified")),
                environment);
    }

    /** Lambda writes {@code 2026-11-20T03:10:00.000+0000}. */
    private static @Nullable Instant time(String text) {
        try {
            return WRITTEN.parse(text, Instant::from);
        } catch (DateTimeParseException ignored) {
            // when it was changed is told only where it is known
            return null;
        }
    }

    private static String given(Json answer, String field) {
        String text = answer.text(field);
        return needed(text.isEmpty() ? null : text, FUNCTION);
    }

    @Override
    public Answer<List<Mapping>> mappings(String queueArn) {
        return reads.ask(
                "mappings " + queueArn,
                MAPPINGS,
                () -> reads.<Json, Mapping>pages(
                        MAPPINGS,
                        marker -> ask(
                                "/2015-03-31/event-source-mappings/",
                                marker == null
                                        ? Map.of("EventSourceArn", queueArn)
                                        : Map.of("EventSourceArn", queueArn, "Marker", marker)),
                        SdkFunctions::mappings,
                        answer -> answer.text("NextMarker")));
    }

    private static List<Mapping> mappings(Json answer) {
        if (!(answer.at("EventSourceMappings") instanceof Json.Items)) {
            throw NoAnswer.empty(MAPPINGS);
        }
        return answer.objects("EventSourceMappings").stream()
                .map(one -> new Mapping(one.text("UUID"), one.text("FunctionArn"), one.text("State")))
                .toList();
    }

    /** Sent by us, so that nobody else counts it. */
    private Json ask(String path, Map<String, String> query) {
        Reads.transmitted();
        return new SignedCall(clients.wiring(), LAMBDA, clients.region())
                .answer(new SignedCall.Question(path, query, Map.of(), ""));
    }
}
