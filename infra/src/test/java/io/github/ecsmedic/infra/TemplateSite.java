package io.github.ecsmedic.infra;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.installation.Chat;
import io.github.ecsmedic.installation.Functions;
import io.github.ecsmedic.installation.Gauges;
import io.github.ecsmedic.installation.Permits;
import io.github.ecsmedic.installation.Queues;
import io.github.ecsmedic.installation.Rules;
import io.github.ecsmedic.installation.Site;
import io.github.ecsmedic.installation.Stores;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.event.ruler.Machine;

/** An account that holds what a template says, in use since a minute ago. */
record TemplateSite(Template template, Instant now)
        implements Site, Rules, Queues, Functions, Permits, Stores, Gauges, Chat {
    private static final String PLACE = "us-east-1:111122223333:";

    private static <T> Answer<T> known(T value) {
        return new Answer.Known<>(value, "template");
    }

    private Optional<JsonNode> found(String type, String key, String name) {
        return template.all(type).stream()
                .filter(one -> Template.text(one.path(key)).equals(name))
                .findFirst();
    }

    /** {@code <Logical.Arn>}, {@code <Logical>} or text with them, as what it means in that account. */
    private String resolved(JsonNode value) {
        String text = Template.text(value);
        for (Map.Entry<String, JsonNode> one : template.json().path("Resources").properties()) {
            JsonNode properties = one.getValue().path("Properties");
            String name = Stream.of("QueueName", "TopicName", "TableName", "FunctionName", "RoleName", "Name")
                    .map(key -> Template.text(properties.path(key)))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse("");
            String service =
                    one.getValue().path("Type").asText().split("::", -1)[1].toLowerCase(Locale.ROOT);
            String arn = switch (service) {
                case "iam" -> "arn:aws:iam::111122223333:role/" + name;
                case "events" -> "arn:aws:events:" + PLACE + "rule/" + path(properties);
                case "lambda" -> "arn:aws:lambda:" + PLACE + "function:" + name;
                default -> "arn:aws:" + service + ":" + PLACE + name;
            };
            text = text.replace("<" + one.getKey() + ".Arn>", arn)
                    .replace("<" + one.getKey() + ">", service.equals("sns") ? arn : name);
        }
        return text;
    }

    @Override
    public Answer<String> account() {
        return known("111122223333");
    }

    @Override
    public Rules rules() {
        return this;
    }

    @Override
    public Queues queues() {
        return this;
    }

    @Override
    public Functions functions() {
        return this;
    }

    @Override
    public Permits permits() {
        return this;
    }

    @Override
    public Stores stores() {
        return this;
    }

    @Override
    public Gauges gauges() {
        return this;
    }

    @Override
    public Chat chat() {
        return this;
    }

    /** {@code BUS/NAME}, or the name alone on the default bus. */
    private String path(JsonNode rule) {
        String bus = rule.path("EventBusName").path("Ref").asText();
        String name = Template.text(rule.path("Name"));
        JsonNode made = template.json().path("Resources").path(bus).path("Properties");
        return bus.isEmpty() ? name : Template.text(made.path("Name")) + "/" + name;
    }

    private Optional<JsonNode> ruled(String path) {
        return template.all("AWS::Events::Rule").stream()
                .filter(rule -> path(rule).equals(path))
                .findFirst();
    }

    @Override
    public Answer<Optional<Bus>> bus(String name) {
        List<String> admitted = template.all("AWS::Events::EventBusPolicy").stream()
                .filter(policy -> resolved(policy.path("EventBusName")).equals(name))
                .map(policy -> policy.path("Statement"))
                .flatMap(statement -> Stream.concat(
                        Template.texts(statement.path("Principal").path("AWS")).stream()
                                .map(arn -> Arn.parse(arn).orElseThrow().account()),
                        Template.texts(statement.findPath("aws:PrincipalOrgID")).stream()))
                .toList();
        return known(found("AWS::Events::EventBus", "Name", name).map(_ -> new Bus(name, admitted)));
    }

    @Override
    public Answer<Optional<Rule>> rule(String name) {
        return known(ruled(name)
                .map(rule -> new Rule(
                        name,
                        "arn:aws:events:" + PLACE + "rule/" + name,
                        rule.path("State").asText().equals("ENABLED"),
                        rule.path("EventPattern").toString(),
                        plain(rule.path("EventPattern")))));
    }

    private static Object plain(JsonNode json) {
        if (json.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            json.properties().forEach(one -> members.put(one.getKey(), plain(one.getValue())));
            return members;
        }
        return json.isArray() ? json.valueStream().map(TemplateSite::plain).toList() : json.asText();
    }

    @Override
    public Answer<List<Target>> targets(String rule) {
        return known(ruled(rule).stream()
                .flatMap(one -> one.path("Targets").valueStream())
                .map(target -> new Target(
                        resolved(target.path("Arn")),
                        resolved(target.path("DeadLetterConfig").path("Arn"))))
                .toList());
    }

    @Override
    public Answer<Boolean> matches(String pattern, String event) {
        try {
            Machine machine = Machine.builder().build();
            machine.addRule("it", pattern);
            return known(!machine.rulesForJSONEvent(event).isEmpty());
        } catch (Exception malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Override
    public Answer<Optional<Queue>> queue(String name) {
        return known(found("AWS::SQS::Queue", "QueueName", name)
                .map(queue -> new Queue(
                        name,
                        "arn:aws:sqs:" + PLACE + name,
                        "https://sqs.example.com/" + name,
                        0,
                        resolved(queue.path("RedrivePolicy").path("deadLetterTargetArn")),
                        admitted(name))));
    }

    private List<String> admitted(String queue) {
        return template.all("AWS::SQS::QueuePolicy").stream()
                .filter(policy -> policy.path("Queues")
                        .valueStream()
                        .anyMatch(one -> resolved(one).equals(queue)))
                .flatMap(policy ->
                        policy.path("PolicyDocument").path("Statement").valueStream())
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .flatMap(statement -> statement
                        .path("Condition")
                        .path("ArnEquals")
                        .path("aws:SourceArn")
                        .valueStream())
                .map(this::resolved)
                .toList();
    }

    @Override
    public Answer<Optional<Function>> function(String name) {
        return known(found("AWS::Lambda::Function", "FunctionName", name).map(function -> {
            Map<String, String> environment = new TreeMap<>();
            function.path("Environment")
                    .path("Variables")
                    .properties()
                    .forEach(one -> environment.put(one.getKey(), resolved(one.getValue())));
            return new Function(
                    name,
                    "arn:aws:lambda:" + PLACE + "function:" + name,
                    "Active",
                    "Successful",
                    function.path("Runtime").asText(),
                    function.path("Handler").asText(),
                    resolved(function.path("Role")),
                    now,
                    environment);
        }));
    }

    @Override
    public Answer<List<Mapping>> mappings(String queueArn) {
        List<Mapping> mappings = new ArrayList<>();
        for (JsonNode one : template.all("AWS::Lambda::EventSourceMapping")) {
            if (resolved(one.path("EventSourceArn")).equals(queueArn)) {
                mappings.add(new Mapping(
                        "id",
                        "arn:aws:lambda:" + PLACE + "function:" + resolved(one.path("FunctionName")),
                        one.path("Enabled").asBoolean(true) ? "Enabled" : "Disabled"));
            }
        }
        return known(mappings);
    }

    @Override
    public Answer<Optional<List<Grant>>> grants(String role) {
        List<Grant> grants = template.all("AWS::IAM::Policy").stream()
                .filter(policy -> policy.path("Roles")
                        .valueStream()
                        .anyMatch(one -> resolved(one).equals(role)))
                .flatMap(policy ->
                        policy.path("PolicyDocument").path("Statement").valueStream())
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .map(statement -> new Grant(
                        Template.texts(statement.path("Action")), Template.texts(statement.path("Resource")), Map.of()))
                .toList();
        return known(grants.isEmpty() ? Optional.empty() : Optional.of(grants));
    }

    /** As its own policies say. */
    @Override
    public Answer<List<Decision>> simulate(String roleArn, Grant asked) {
        return known(asked.actions().stream()
                .map(action -> new Decision(action, "", "allowed", false, false, List.of()))
                .toList());
    }

    @Override
    public Answer<Optional<Topic>> topic(String arn) {
        return known(template.all("AWS::SNS::Topic").stream()
                .filter(topic -> arn.endsWith(":" + topic.path("TopicName").asText()))
                .findFirst()
                .map(topic -> new Topic(template.all("AWS::SNS::Subscription").size(), 0)));
    }

    @Override
    public Answer<Optional<Table>> table(String name) {
        return known(found("AWS::DynamoDB::Table", "TableName", name)
                .map(table -> new Table(
                        "ACTIVE",
                        table.path("TimeToLiveSpecification")
                                .path("AttributeName")
                                .asText())));
    }

    @Override
    public Answer<Optional<String>> parameter(String name) {
        return known(Optional.empty());
    }

    @Override
    public Answer<Optional<Instant>> newest(String metric, String function, int period, Instant from, Instant to) {
        return known(Optional.of(now));
    }

    @Override
    public Answer<List<Alarm>> alarms(String prefix) {
        return known(template.all("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> new Alarm(alarm.path("AlarmName").asText(), "OK"))
                .toList());
    }

    @Override
    public Answer<Form> form(String secret) {
        return known(new Form.Bot());
    }

    @Override
    public Answer<Reply> knows(String secret) {
        return known(new Reply(true, "ecs-medic in example"));
    }
}
