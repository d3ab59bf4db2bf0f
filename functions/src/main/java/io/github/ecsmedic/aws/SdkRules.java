package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.installation.Rules;
import io.github.ecsmedic.model.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;

/** Rules of the default event bus through the SDK. */
final class SdkRules implements Rules {
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
    public Answer<Optional<Rule>> rule(String name) {
        return reads.ask(
                "rule " + name,
                RULE,
                () -> reads.sendUnless(
                                "ResourceNotFoundException",
                                RULE,
                                () -> clients.events().describeRule(r -> r.name(name)))
                        .map(SdkRules::rule));
    }

    private static Rule rule(DescribeRuleResponse answer) {
        String pattern = text(answer.eventPattern());
        return new Rule(
                needed(answer.name(), RULE),
                needed(answer.arn(), RULE),
                !needed(answer.stateAsString(), RULE).equals("DISABLED"),
                pattern,
                read(pattern));
    }

    private static Object read(String pattern) {
        try {
            return pattern.isEmpty() ? "" : plain(Json.parse(pattern.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new NoAnswer(NoAnswer.MALFORMED, RULE, "");
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
                                        .listTargetsByRule(r -> r.rule(rule).nextToken(token)),
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
