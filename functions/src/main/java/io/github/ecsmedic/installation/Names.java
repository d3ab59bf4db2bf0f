package io.github.ecsmedic.installation;

import java.util.List;
import java.util.stream.Stream;

/** What everything of one installation is called. */
public record Names(String installation) {
    /** The installation that was given no name. */
    public static final String DEFAULT = "ecs-medic";

    /** How the name of the queue ends in which only requests of Slack lie. */
    public static final String REQUESTS = "-requests";

    /** Where the kill switch is, of all installations of a region. */
    public static final String SWITCH = "/ecs-medic/mode";

    /** The version, in the environment of every function. */
    public static final String VERSION = "ECS_MEDIC_VERSION";

    /** The function that diagnoses. */
    public String diagnose() {
        return installation + "-diagnose";
    }

    /** The function that looks whether incidents are over. */
    public String sweep() {
        return installation + "-sweep";
    }

    /** The function that applies fixes. */
    public String fixer() {
        return installation + "-fix";
    }

    /** The function that Slack calls. */
    public String buttons() {
        return installation + "-slack";
    }

    /** Roles are global: the region keeps two installations of one account apart. */
    public String role(String function, String region) {
        return function + "-" + region;
    }

    public String logGroup(String function) {
        return "/aws/lambda/" + function;
    }

    /** Events wait here to be diagnosed. */
    public String queue() {
        return installation + "-events";
    }

    /** Where events go that could not be diagnosed. */
    public String deadLetterQueue() {
        return queue() + "-dead";
    }

    /** Where events go that EventBridge could not hand over. */
    public String undeliveredQueue() {
        return queue() + "-undelivered";
    }

    /** Where runs of the sweep go that failed. */
    public String sweepDeadLetterQueue() {
        return sweep() + "-dead";
    }

    /** What people ask for in Slack. */
    public String requestsQueue() {
        return installation + REQUESTS;
    }

    public String requestsDeadLetterQueue() {
        return requestsQueue() + "-dead";
    }

    public String topic() {
        return installation + "-findings";
    }

    public String table() {
        return installation + "-incidents";
    }

    public String alarm(String what) {
        return installation + "-" + what;
    }

    public String rule(String what) {
        return installation + "-" + what;
    }

    /** The rule that lets the sweep run. */
    public String sweepRule() {
        return rule("sweep");
    }

    /** The rule that lets the function run that applies fixes. */
    public String fixerRule() {
        return rule("fixer");
    }

    /** The rules that hand events to the queue. */
    public List<String> rules() {
        return Subscription.all().stream().map(one -> rule(one.id())).toList();
    }

    /** The bus on which events of members arrive. */
    public String bus() {
        return installation + "-members";
    }

    /** The rules that hand events of members to the queue, as ARNs name them: {@code BUS/NAME}. */
    public List<String> memberRules() {
        return rules().stream().map(rule -> bus() + "/" + rule).toList();
    }

    /** The entry point of a function, as Lambda is told it. */
    public String handler(String function) {
        String word = function.substring(installation.length() + 1);
        return Stream.of("diagnose:Diagnose", "sweep:Sweep", "fix:Fix", "slack:Slack")
                .filter(pair -> pair.startsWith(word + ":"))
                .map(pair ->
                        "io.github.ecsmedic.handler." + pair.substring(word.length() + 1) + "Handler::handleRequest")
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no function of ours: " + function));
    }
}
