package io.github.ecsmedic.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/** A synthesised stack as JSON. Synthesis takes seconds: the two that most tests read are made once. */
record Template(JsonNode json) {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
    static final Path BUILD = Path.of("target");

    /** With every setting left to its default. */
    static final Template PLAIN = of("plain", Map.of());

    /** Every setting set to something else. */
    static final Map<String, String> EVERYTHING = Map.ofEntries(
            Map.entry(Installation.NAME, "ecs-medic-two"),
            Map.entry(Installation.SLACK_WEBHOOK_SECRET, "ops/slack"),
            Map.entry(Installation.SLACK_WEBHOOK_KEY, "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d"),
            Map.entry(Installation.MAIL, "oncall@example.com"),
            Map.entry(Installation.LOG_LINES, "off"),
            Map.entry(Installation.CHATBOT, "on"),
            Map.entry(Installation.DIGEST, "daily"),
            Map.entry(Installation.ARCHITECTURE, "x86_64"),
            Map.entry(Installation.BUS, "off"),
            Map.entry(Installation.OWNER, "platform,@oncall"),
            Map.entry(Installation.RULES, "src/test/resources/example.rules"));

    static final Template FULL = of("full", EVERYTHING);

    static Template of(String name, Map<String, String> context) {
        return of(name, app -> stack(app, context));
    }

    /** Also leaves the template in the build folder, for cfn-lint. */
    static Template of(String name, Function<App, Stack> stacks) {
        App app = new App(AppProps.builder()
                .outdir(BUILD.resolve("cdk.out." + name).toString())
                .build());
        Stack stack = stacks.apply(app);
        Object template = app.synth().getStackByName(stack.getStackName()).getTemplate();
        try {
            Path folder = Files.createDirectories(BUILD.resolve("templates"));
            MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValue(folder.resolve(name + ".json").toFile(), template);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return new Template(MAPPER.valueToTree(template));
    }

    /** What members deploy. */
    static Template member() {
        return of("member", MemberStack::new);
    }

    static EcsMedicStack stack(App app, Map<String, String> context) {
        return new EcsMedicStack(app, props(context));
    }

    /** With a placeholder for the jar, so that templates can be tested before it is built. */
    static EcsMedicProps props(Map<String, String> context) {
        Map<String, String> all = new TreeMap<>(context);
        try {
            Path placeholder = Files.createDirectories(BUILD.resolve("placeholder"));
            Files.writeString(placeholder.resolve("jar.txt"), "stands for the jar");
            all.putIfAbsent(Installation.JAR, placeholder.toString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return Installation.read(all);
    }

    /** The properties of every resource of a type. */
    List<JsonNode> all(String type) {
        return resources()
                .filter(resource -> resource.path("Type").asText().equals(type))
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    /** The properties of the resource of a type whose name ends like this. */
    JsonNode named(String type, String name) {
        return all(type).stream()
                .filter(resource -> Stream.of(
                                "Name", "QueueName", "TableName", "TopicName", "AlarmName", "FunctionName")
                        .anyMatch(key -> resource.path(key).asText().equals(name)))
                .findFirst()
                .orElseThrow();
    }

    /** The properties of that resource of a type which belongs to the diagnosing function. */
    JsonNode diagnosing(String type) {
        List<JsonNode> found = json.path("Resources").properties().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals(type))
                .filter(entry -> !entry.getKey().startsWith("EcsMedicSweep"))
                .map(entry -> entry.getValue().path("Properties"))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + type);
        }
        return found.getFirst();
    }

    JsonNode only(String type) {
        List<JsonNode> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + type);
        }
        return found.getFirst();
    }

    Stream<JsonNode> resources() {
        return json.path("Resources").valueStream();
    }

    /** A value of the template as text: {@code Fn::Join}, {@code Ref} and {@code Fn::GetAtt} resolved as far as we know. */
    static String text(JsonNode value) {
        if (value.has("Fn::Join")) {
            return value.path("Fn::Join")
                    .path(1)
                    .valueStream()
                    .map(Template::text)
                    .reduce("", String::concat);
        }
        if (value.has("Ref")) {
            return switch (value.path("Ref").asText()) {
                case "AWS::Partition" -> "aws";
                case "AWS::Region" -> "us-east-1";
                case "AWS::AccountId" -> "111122223333";
                default -> "<" + value.path("Ref").asText() + ">";
            };
        }
        return value.has("Fn::GetAtt")
                ? "<" + value.path("Fn::GetAtt").path(0).asText() + "."
                        + value.path("Fn::GetAtt").path(1).asText() + ">"
                : value.asText();
    }

    /** With every reference resolved as far as we know: as long as AWS sees it, or longer. */
    static JsonNode resolved(JsonNode value) {
        if (value.isObject() && (value.has("Fn::Join") || value.has("Ref") || value.has("Fn::GetAtt"))) {
            return MAPPER.getNodeFactory().textNode(text(value));
        }
        if (value.isObject()) {
            ObjectNode object = MAPPER.createObjectNode();
            value.properties().forEach(entry -> object.set(entry.getKey(), resolved(entry.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = MAPPER.createArrayNode();
            value.forEach(item -> array.add(resolved(item)));
            return array;
        }
        return value;
    }

    /** One text or a list of them. */
    static List<String> texts(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(Template::text).toList()
                : value.isMissingNode() ? List.of() : List.of(text(value));
    }
}
