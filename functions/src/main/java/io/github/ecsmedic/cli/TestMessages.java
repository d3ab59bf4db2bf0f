package io.github.ecsmedic.cli;

import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.doctor.Line;
import io.github.ecsmedic.doctor.Line.State;
import io.github.ecsmedic.installation.Posts;
import io.github.ecsmedic.installation.Posts.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sends one test message to each sink, and says what came back. */
record TestMessages(Posts posts, String name, String region) {
    List<Line> send(Map<String, String> settings) {
        String text =
                "A test of ECS Medic, sent by hand: ecs-medic doctor --send, installation " + name + " in " + region;
        List<Line> lines = new ArrayList<>();
        lines.add(line("topic", posts.topic(settings.getOrDefault(Settings.TOPIC_ARN, ""), text)));
        String secret = settings.getOrDefault(Settings.SLACK_WEBHOOK_SECRET, "");
        if (!secret.isEmpty()) {
            lines.add(line("Slack", posts.slack(secret, settings.getOrDefault(Settings.SLACK_CHANNEL, ""), text)));
        }
        if (!settings.getOrDefault(Settings.BUS, "on").equals("off")) {
            lines.add(line("event bus", posts.bus(text)));
        }
        return lines;
    }

    private static Line line(String sink, Sent sent) {
        State state = sent.taken() ? State.GREEN : sent.ours() ? State.UNSEEN : State.RED;
        String says =
                sent.taken() ? sink + " took a test message" : sink + " did not take a test message: " + sent.says();
        return new Line("send", state, says, List.of());
    }
}
