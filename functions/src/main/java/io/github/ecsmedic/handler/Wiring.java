package io.github.ecsmedic.handler;

import io.github.ecsmedic.aws.AwsAccounts;
import io.github.ecsmedic.aws.CallFailed;
import io.github.ecsmedic.aws.Secret;
import io.github.ecsmedic.aws.SnsTopic;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.notify.MessageOptions;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.SnsSink;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the function is made of. All that can be built before the first message is built here, in Lambda's INIT phase. */
final class Wiring {
    private Wiring() {}

    /**
     * Wires the function from its environment.
     *
     * @throws IllegalStateException when settings are wrong, with all of it in one message
     */
    static BatchWork work(Map<String, String> environment) {
        Settings settings = Settings.read(environment);
        String region = environment.getOrDefault("AWS_REGION", "");
        AwsAccounts.prepare(region);
        return new BatchWork(
                Catalogue.full().diagnoser()::diagnose,
                AwsAccounts::open,
                outlets(settings, region, environment.getOrDefault("AWS_ENDPOINT_URL", "")),
                settings.logLines());
    }

    private static Outlets outlets(Settings settings, String region, String endpointUrl) {
        MessageOptions options = new MessageOptions(settings.logLines(), settings.chatbot());
        Sink sns = new SnsSink(
                (subject, message, attributes) ->
                        told(() -> SnsTopic.publish(settings.topicArn(), subject, message, attributes)),
                options);
        Optional<Webhook> webhook = Optional.of(settings.slackWebhookSecret())
                .filter(secret -> !secret.isEmpty())
                .map(secret -> new Webhook(() -> secret(secret, region), endpointUrl));
        return budget -> Stream.concat(
                        Stream.of(sns), webhook.map(hook -> new SlackOutlet(hook, options, budget)).stream())
                .toList();
    }

    private static String secret(String id, String region) {
        try {
            return Secret.value(id, region);
        } catch (CallFailed e) {
            throw new SinkException(String.valueOf(e.getMessage()));
        }
    }

    private static void told(Runnable call) {
        try {
            call.run();
        } catch (CallFailed e) {
            throw new SinkException(String.valueOf(e.getMessage()));
        }
    }
}
