package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.installation.Rules;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;

/** Event buses and their rules through the SDK. */
final class SdkRules implements Rules {
    private static final String BUS = "events:DescribeEventBus";
    private static final String RULE = "events:DescribeRule";
    private static final String TARGETS = "events:ListTargetsByRule";
    private static final String TEST = "events:TestEventPattern";

    private final Clients clients;
    private final Reads reads;

    SdkRules(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<Bus>> bus(String name) {
        return reads.ask(
                "bus " + name,
                BUS,
                () -> reads.sendUnless(
                                "ResourceNotFoundException",
                                BUS,
                                () -> clients.events().describeEventBus(r -> r.name(name)))
                        .map(answer -> new Bus(needed(answer.name(), BUS), admitted(text(answer.policy())))));
    }

    /** Of statements that allow; one without a policy admits nobody else. */
    private static List<String> admitted(String policy) {
        return read(policy, BUS).objects("Statement").stream()
                .filter(statement -> statement.text("Effect").equals("Allow"))
                .flatMap(statement -> Stream.concat(
                        statement.at("Principal").texts("AWS").stream()
                                .map(account ->
                                        Arn.parse(account).map(Arn::account).orElse(account)),
                        statement.at("Condition").at("StringEquals").texts("aws:PrincipalOrgID").stream()))
                .toList();
    }

    /** {@code BUS} of {@code BUS/NAME}; null is the default one. */
    private static @Nullable String ofBus(String rule) {
        int slash = rule.indexOf('/');
        return slash < 0 ? null : rule.substring(0, slash);
    }

    private static String last(String rule) {
        return rule.substring(rule.indexOf('/') + 1);
    }

    @Override
    public Answer<Optional<Rule>> rule(String name) {
        return reads.ask(
                "rule " + name,
                RULE,
                () -> reads.sendUnless(
                                "ResourceNotFoundException",
                                RULE,
                                () -> clients.events()
                                        .describeRule(r -> r.name(last(name)).eventBusName(ofBus(name))))
                        .map(answer -> rule(name, answer)));
    }

    private static Rule rule(String name, DescribeRuleResponse answer) {
        String pattern = text(answer.eventPattern());
        return new Rule(
                name,
                needed(answer.arn(), RULE),
                !needed(answer.stateAsString(), RULE).equals("DISABLED"),
                pattern,
                plain(read(pattern, RULE)));
    }

    private static Json read(String text, String operation) {
        try {
            return text.isEmpty() ? new Json.Nothing() : Json.parse(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new NoAnswer(NoAnswer.MALFORMED, operation, "");
        }
    }

    /** Without our own types. */
    private static Object plain(Json json) {
        return switch (json) {
            case Json.Text(String value) -> value;
            case Json.Items(List<Json> values) ->
                values.stream().map(SdkRules::plain).toList();
            case Json.Members(Map<String, Json> values) -> {
                Map<String, Object> members = new TreeMap<>();
                values.forEach((name, value) -> members.put(name, plain(value)));
                yield members;
            }
            case Json.Nothing() -> "";
        };
    }

    @Override
    public Answer<List<Target>> targets(String rule) {
        return reads.ask(
                "targets " + rule,
                TARGETS,
                () -> reads
                        .pages(
                                TARGETS,
                                token -> clients.events()
                                        .listTargetsByRule(r -> r.rule(last(rule))
                                                .eventBusName(ofBus(rule))
                                                .nextToken(token)),
                                answer -> listed(answer.hasTargets(), answer.targets(), TARGETS),
                                ListTargetsByRuleResponse::nextToken)
                        .stream()
                        .map(target -> new Target(
                                needed(target.arn(), TARGETS),
                                target.deadLetterConfig() == null
                                        ? ""
                                        : text(target.deadLetterConfig().arn())))
                        .toList());
    }

    @Override
    public Answer<Boolean> matches(String pattern, String event) {
        return reads.ask(
                "test " + pattern + " " + event,
                TEST,
                () -> needed(
                        reads.send(
                                        TEST,
                                        () -> clients.events()
                                                .testEventPattern(r ->
                                                        r.eventPattern(pattern).event(event)))
                                .result(),
                        TEST));
    }
}
