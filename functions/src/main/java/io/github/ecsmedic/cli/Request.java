package io.github.ecsmedic.cli;

import picocli.CommandLine.ParseResult;

/** What {@code diagnose} is asked about. */
sealed interface Request {
    /** An event, from a file or standard input ({@code -}). */
    record OfEvent(String file) implements Request {}

    /** A task or a service as ECS knows it; one of the two is {@code ""}, so is an unknown region. */
    record OnDemand(String cluster, String task, String service, String region) implements Request {}

    /**
     * Reads the options.
     *
     * @throws Mistake when they do not name exactly one thing
     */
    static Request of(ParseResult arguments) {
        String event = arguments.matchedOptionValue("--event", "");
        String cluster = arguments.matchedOptionValue("--cluster", "");
        String task = arguments.matchedOptionValue("--task", "");
        String service = arguments.matchedOptionValue("--service", "");
        boolean onDemand = !cluster.isEmpty() || !task.isEmpty() || !service.isEmpty();
        if (event.isEmpty() == !onDemand) {
            throw Mistake.usage("diagnose needs either --event FILE or --cluster C with --task T or --service S");
        }
        if (!onDemand) {
            return new OfEvent(event);
        }
        if (cluster.isEmpty()) {
            throw Mistake.usage("--task and --service need --cluster C");
        }
        if (task.isEmpty() == service.isEmpty()) {
            throw Mistake.usage("--cluster needs either --task T or --service S");
        }
        return new OnDemand(cluster, task, service, arguments.matchedOptionValue("--region", ""));
    }
}
