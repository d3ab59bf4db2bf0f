package io.github.ecsmedic.installation;

import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.installation.Chat.Form;
import io.github.ecsmedic.installation.Chat.Reply;
import io.github.ecsmedic.installation.Functions.Function;
import io.github.ecsmedic.installation.Functions.Mapping;
import io.github.ecsmedic.installation.Gauges.Alarm;
import io.github.ecsmedic.installation.Permits.Grant;
import io.github.ecsmedic.installation.Queues.Queue;
import io.github.ecsmedic.installation.Rules.Rule;
import io.github.ecsmedic.installation.Rules.Target;
import io.github.ecsmedic.installation.Stores.Table;
import io.github.ecsmedic.installation.Stores.Topic;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An installation that is whole until it is broken, with bot, buttons and fixes; and the reads of it that are refused. */
public final class FakeSite implements Site, Rules, Queues, Functions, Permits, Stores, Gauges, Chat {
    public static final Instant NOW = Instant.parse("2026-11-20T03:10:00Z");
    public static final String REGION = "us-east-1";
    public static final String VERSION = "1.2.3";
    private static final String PLACE = REGION + ":111122223333:";

    public final Names names = new Names("ecs-medic");
    public final Map<String, List<String>> buses = new TreeMap<>();
    public final Map<String, Rule> rules = new TreeMap<>();
    public final Map<String, List<Target>> targets = new TreeMap<>();
    /** Patterns, as texts, that let nothing through. */
    public final Set<String> deaf = new HashSet<>();

    public final Map<String, Queue> queues = new TreeMap<>();
    public final Map<String, Function> functions = new TreeMap<>();
    public final Map<String, List<Mapping>> mappings = new TreeMap<>();
    public final Map<String, List<Grant>> grants = new TreeMap<>();
    /** What IAM denies, and why. */
    public final Map<String, Decision> denied = new TreeMap<>();

    public final Map<String, Topic> topics = new TreeMap<>();
    public final Map<String, Table> tables = new TreeMap<>();
    public final Map<String, String> parameters = new TreeMap<>();
    public final Map<String, Instant> measured = new TreeMap<>();
    public final List<Alarm> alarms = new ArrayList<>();
    public Form form = new Form.Bot();
    public Reply reply = new Reply(true, "ecs-medic in example");
    private final Set<String> refused = new HashSet<>();
    private final Set<String> asked = new TreeSet<>();

    /** {@code actions} is what the roles need, by the last part of the function's name. */
    public FakeSite(Map<String, Set<String>> actions) {
        for (Subscription one : Subscription.all()) {
            String name = names.rule(one.id());
            rules.put(name, new Rule(name, arn("events", "rule/" + name), true, "pattern " + one.id(), one.plain()));
            targets.put(name, List.of(new Target(arn("sqs", names.queue()), arn("sqs", names.undeliveredQueue()))));
        }
        for (String name : List.of(names.sweepRule(), names.fixerRule())) {
            rules.put(name, new Rule(name, arn("events", "rule/" + name), true, "", ""));
        }
        List<String> admitted = names.rules().stream()
                .map(rule -> arn("events", "rule/" + rule))
                .toList();
        queue(names.queue(), names.deadLetterQueue(), admitted);
        queue(names.undeliveredQueue(), "", admitted);
        queue(names.deadLetterQueue(), "", List.of());
        queue(names.sweepDeadLetterQueue(), "", List.of());
        queue(names.requestsQueue(), names.requestsDeadLetterQueue(), List.of());
        queue(names.requestsDeadLetterQueue(), "", List.of());
        for (String name : List.of(names.diagnose(), names.sweep(), names.fixer(), names.buttons())) {
            function(name, Map.of());
            String last = name.substring("ecs-medic-".length());
            grants.put(
                    names.role(name, REGION),
                    new ArrayList<>(List.of(
                            new Grant(new ArrayList<>(actions.getOrDefault(last, Set.of())), List.of("*"), Map.of()),
                            new Grant(
                                    last.equals("fix")
                                            ? new ArrayList<>(actions.getOrDefault("changes", Set.of()))
                                            : List.of(),
                                    List.of("*"),
                                    Map.of()),
                            new Grant(
                                    List.of("events:PutEvents"),
                                    List.of(arn("events", "event-bus/default")),
                                    Map.of("events:source", List.of("ecs-medic"))),
                            new Grant(
                                    List.of("secretsmanager:GetSecretValue"),
                                    List.of(arn("secretsmanager", "secret:ops/slack-??????")),
                                    Map.of()))));
        }
        for (String queue : List.of(names.queue(), names.requestsQueue())) {
            mappings.put(
                    arn("sqs", queue),
                    List.of(new Mapping("0a1b-" + queue, arn("lambda", "function:" + names.diagnose()), "Enabled")));
        }
        topics.put(arn("sns", names.topic()), new Topic(1, 0));
        tables.put(names.table(), new Table("ACTIVE", "expires"));
        parameters.put(Names.SWITCH, "auto");
        measured.put(Gauges.HEARTBEAT, NOW.minus(Duration.ofMinutes(3)));
        measured.put(Gauges.EVENTS, NOW.minus(Duration.ofHours(5)));
        alarms.add(new Alarm("ecs-medic-diagnosis-fails", "OK"));
        alarms.add(new Alarm("ecs-medic-dead-letters", "ALARM"));
    }

    /** With two accounts as members, whose events come by a bus of their own. */
    public FakeSite withMembers() {
        function(names.diagnose(), Map.of(Members.MEMBERS, "222233334444=payments 333344445555"));
        buses.put(names.bus(), List.of("222233334444", "333344445555"));
        List<String> admitted = new ArrayList<>();
        for (String name : names.rules()) {
            String path = names.bus() + "/" + name;
            Rule own = rules.get(name);
            rules.put(path, new Rule(path, arn("events", "rule/" + path), true, own.text(), own.pattern()));
            targets.put(path, targets.get(name));
            admitted.add(arn("events", "rule/" + name));
            admitted.add(arn("events", "rule/" + path));
        }
        queue(names.queue(), names.deadLetterQueue(), admitted);
        queue(names.undeliveredQueue(), "", admitted);
        return this;
    }

    public static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + PLACE + resource;
    }

    private void queue(String name, String dead, List<String> admitted) {
        queues.put(
                name,
                new Queue(
                        name,
                        arn("sqs", name),
                        "https://sqs.example.com/" + name,
                        0,
                        dead.isEmpty() ? "" : arn("sqs", dead),
                        admitted));
    }

    public void waiting(String name, long messages) {
        Queue was = queues.get(name);
        queues.put(name, new Queue(name, was.arn(), was.url(), messages, was.deadLetters(), was.rules()));
    }

    /** Some of its settings are these. */
    public FakeSite function(String name, Map<String, String> changed) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "ECS_MEDIC_VERSION", VERSION,
                "ECS_MEDIC_TOPIC_ARN", arn("sns", names.topic()),
                "ECS_MEDIC_TABLE", names.table(),
                "ECS_MEDIC_SLACK_WEBHOOK_SECRET", "ops/slack",
                "ECS_MEDIC_SLACK_CHANNEL", "#alerts",
                "ECS_MEDIC_SLACK_BUTTONS", "on",
                "ECS_MEDIC_DRY_RUN", "off",
                "ECS_MEDIC_APPROVERS", "U0AAA1111",
                "ECS_MEDIC_FIXES", "on"));
        environment.putAll(changed);
        functions.put(
                name,
                new Function(
                        name,
                        arn("lambda", "function:" + name),
                        "Active",
                        "Successful",
                        "java25",
                        names.handler(name),
                        "arn:aws:iam::111122223333:role/" + names.role(name, REGION),
                        NOW.minus(Duration.ofDays(3)),
                        environment));
        return this;
    }

    /** Reads of it are refused from now on; {@code *} for all. */
    public FakeSite refuses(String operation) {
        refused.add(operation);
        return this;
    }

    /** The operations that were asked. */
    public Set<String> asked() {
        return asked;
    }

    private synchronized <T> Answer<T> answer(String operation, T value) {
        asked.add(operation);
        return refused.contains(operation) || refused.contains("*")
                ? new Answer.Unknown<>("AccessDenied", operation)
                : new Answer.Known<>(value, operation);
    }

    @Override
    public Answer<String> account() {
        return answer("sts:GetCallerIdentity", "111122223333");
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

    @Override
    public Answer<Optional<Bus>> bus(String name) {
        return answer(
                "events:DescribeEventBus", Optional.ofNullable(buses.get(name)).map(by -> new Bus(name, by)));
    }

    @Override
    public Answer<Optional<Rule>> rule(String name) {
        return answer("events:DescribeRule", Optional.ofNullable(rules.get(name)));
    }

    @Override
    public Answer<List<Target>> targets(String rule) {
        return answer("events:ListTargetsByRule", targets.getOrDefault(rule, List.of()));
    }

    @Override
    public Answer<Boolean> matches(String pattern, String event) {
        return answer("events:TestEventPattern", !deaf.contains(pattern));
    }

    @Override
    public Answer<Optional<Queue>> queue(String name) {
        return answer("sqs:GetQueueAttributes", Optional.ofNullable(queues.get(name)));
    }

    @Override
    public Answer<Optional<Function>> function(String name) {
        return answer("lambda:GetFunctionConfiguration", Optional.ofNullable(functions.get(name)));
    }

    @Override
    public Answer<List<Mapping>> mappings(String queueArn) {
        return answer("lambda:ListEventSourceMappings", mappings.getOrDefault(queueArn, List.of()));
    }

    @Override
    public Answer<Optional<List<Grant>>> grants(String role) {
        return answer("iam:GetRolePolicy", Optional.ofNullable(grants.get(role)));
    }

    @Override
    public Answer<List<Decision>> simulate(String roleArn, Grant question) {
        return answer(
                "iam:SimulatePrincipalPolicy",
                question.actions().stream()
                        .map(action -> denied.getOrDefault(
                                action,
                                new Decision(
                                        action, question.resources().getFirst(), "allowed", false, false, List.of())))
                        .toList());
    }

    @Override
    public Answer<Optional<Topic>> topic(String arn) {
        return answer("sns:GetTopicAttributes", Optional.ofNullable(topics.get(arn)));
    }

    @Override
    public Answer<Optional<Table>> table(String name) {
        return answer("dynamodb:DescribeTable", Optional.ofNullable(tables.get(name)));
    }

    @Override
    public Answer<Optional<String>> parameter(String name) {
        return answer("ssm:GetParameter", Optional.ofNullable(parameters.get(name)));
    }

    @Override
    public Answer<Optional<Instant>> newest(String metric, String function, int period, Instant from, Instant to) {
        return answer("cloudwatch:GetMetricData", Optional.ofNullable(measured.get(metric)));
    }

    @Override
    public Answer<List<Alarm>> alarms(String prefix) {
        return answer("cloudwatch:DescribeAlarms", List.copyOf(alarms));
    }

    @Override
    public Answer<Form> form(String secret) {
        return answer("secretsmanager:GetSecretValue", form);
    }

    @Override
    public Answer<Reply> knows(String secret) {
        return answer("slack:auth.test", reply);
    }
}
