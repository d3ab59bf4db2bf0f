package io.github.ecsmedic.cli;

import io.github.ecsmedic.aws.Aws;
import io.github.ecsmedic.aws.AwsInstallations;
import io.github.ecsmedic.aws.CallFailed;
import io.github.ecsmedic.installation.Letters;
import io.github.ecsmedic.installation.Posts;
import io.github.ecsmedic.installation.Site;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.notify.SlackVisit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Installations by the SDK's default chain. */
final class AwsSites implements Installations {
    private static final String DETAIL_TYPE = "ECS Medic Test";

    @Override
    public Instant now() {
        return Clock.systemUTC().instant();
    }

    @Override
    public Site site(String region, Duration budget) {
        return AwsInstallations.open(region, budget, visit(region));
    }

    private static SlackVisit visit(String region) {
        return new SlackVisit(
                secret -> AwsInstallations.secret(secret, region),
                System.getenv().getOrDefault("AWS_ENDPOINT_URL", ""));
    }

    @Override
    public Letters letters(String region, String from, String to) {
        return AwsInstallations.letters(region, from, to);
    }

    @Override
    public Posts posts(String region) {
        return new Posts() {
            @Override
            public Sent topic(String arn, String text) {
                String message = JsonText.object(json -> json.writeStringField("default", text));
                return sent(() -> Aws.in(region).publish(arn, "ECS Medic: a test", message, Map.of("news", "test")));
            }

            @Override
            public Sent slack(String secret, String channel, String text) {
                return visit(region).post(secret, channel, text);
            }

            @Override
            public Sent bus(String text) {
                String detail = JsonText.object(json -> json.writeStringField("text", text));
                return sent(() -> Aws.in(region).put(DETAIL_TYPE, detail));
            }
        };
    }

    private static Posts.Sent sent(Runnable call) {
        try {
            call.run();
            return new Posts.Sent(true, "", false);
        } catch (CallFailed refused) {
            return new Posts.Sent(false, String.valueOf(refused.getMessage()), refused.denied());
        }
    }
}
