package io.github.ecsmedic.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ecs-medic-findings";

    @Test
    void read_topicAndTableOnly_everythingElseIsDefault() {
        assertThat(Settings.read(Map.of("ECS_MEDIC_TABLE", "ecs-medic", "ECS_MEDIC_TOPIC_ARN", TOPIC)))
                .isEqualTo(new Settings(TOPIC, "ecs-medic", "", true, false, Settings.Digest.WEEKLY));
    }

    @Test
    void read_everyKey_isTaken() {
        assertThat(Settings.read(Map.of(
                        "ECS_MEDIC_TABLE",
                        "ecs-medic",
                        "ECS_MEDIC_TOPIC_ARN",
                        TOPIC,
                        "ECS_MEDIC_SLACK_WEBHOOK_SECRET",
                        "ops/slack-webhook",
                        "ECS_MEDIC_LOG_LINES",
                        "off",
                        "ECS_MEDIC_CHATBOT",
                        "on",
                        "ECS_MEDIC_DIGEST",
                        "off",
                        "ECS_MEDIC_BUS",
                        "off",
                        "ECS_MEDIC_OWNER",
                        "platform",
                        "ECS_MEDIC_RULES",
                        "1:any->severity=info")))
                .isEqualTo(new Settings(
                        TOPIC,
                        "ecs-medic",
                        "ops/slack-webhook",
                        false,
                        true,
                        Settings.Digest.OFF,
                        new Settings.Routing(false, "platform", "1:any->severity=info")));
    }

    @Test
    void read_defaultsWritten_areTheDefaults() {
        assertThat(Settings.read(Map.of(
                        "ECS_MEDIC_TABLE",
                        "ecs-medic",
                        "ECS_MEDIC_TOPIC_ARN",
                        TOPIC,
                        "ECS_MEDIC_SLACK_WEBHOOK_SECRET",
                        "",
                        "ECS_MEDIC_LOG_LINES",
                        "on",
                        "ECS_MEDIC_CHATBOT",
                        "off",
                        "ECS_MEDIC_DIGEST",
                        "weekly")))
                .isEqualTo(new Settings(TOPIC, "ecs-medic", "", true, false, Settings.Digest.WEEKLY));
    }

    @Test
    void read_spacesAroundValues_areDropped() {
        assertThat(Settings.read(Map.of(
                        "ECS_MEDIC_TOPIC_ARN", " " + TOPIC + "\n",
                        "ECS_MEDIC_TABLE", " ecs-medic ",
                        "ECS_MEDIC_LOG_LINES", " off ")))
                .isEqualTo(new Settings(TOPIC, "ecs-medic", "", false, false, Settings.Digest.WEEKLY));
    }

    @Test
    void read_secretByArn_isTaken() {
        String arn = "arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:ops/slack-a1B2c3";

        assertThat(Settings.read(Map.of(
                                "ECS_MEDIC_TABLE",
                                "ecs-medic",
                                "ECS_MEDIC_TOPIC_ARN",
                                TOPIC,
                                "ECS_MEDIC_SLACK_WEBHOOK_SECRET",
                                arn))
                        .slackWebhookSecret())
                .isEqualTo(arn);
    }

    @Test
    void read_nothing_saysWhatToSet() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Settings.read(Map.of()))
                .withMessage("Settings: ECS_MEDIC_TOPIC_ARN is missing: set it to the ARN of an SNS topic;"
                        + " ECS_MEDIC_TABLE is missing: set it to the name of the incident table.");
    }

    @Test
    void read_severalFaults_areToldTogetherWithoutTheirValues() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Settings.read(Map.of(
                        "ECS_MEDIC_TABLE", "arn:aws:dynamodb:us-east-1:111122223333:table/x",
                        "ECS_MEDIC_TOPIC_ARN", "arn:aws:sqs:us-east-1:111122223333:queue",
                        "ECS_MEDIC_SLACK_WEBHOOK_SECRET", "https://hooks.example.com/services/x",
                        "ECS_MEDIC_LOG_LINES", "ON",
                        "ECS_MEDIC_CHATBOT", "true")))
                .withMessage("Settings: ECS_MEDIC_TOPIC_ARN is not the ARN of an SNS topic"
                        + " (arn:aws:sns:REGION:ACCOUNT:NAME);"
                        + " ECS_MEDIC_TABLE is not the name of a table of DynamoDB;"
                        + " ECS_MEDIC_SLACK_WEBHOOK_SECRET is neither the ARN nor the name of a secret;"
                        + " put the webhook's URL into a secret of Secrets Manager and name that;"
                        + " ECS_MEDIC_LOG_LINES must be on or off;"
                        + " ECS_MEDIC_CHATBOT must be on or off.");
    }

    @Test
    void read_slackOfABot_isTaken() {
        assertThat(Settings.read(Map.of(
                                "ECS_MEDIC_TABLE", "ecs-medic",
                                "ECS_MEDIC_TOPIC_ARN", TOPIC,
                                "ECS_MEDIC_SLACK_CHANNEL", "#alerts",
                                "ECS_MEDIC_SLACK_BUTTONS", "on",
                                "ECS_MEDIC_QUIET_HOURS", "22:00-07:00 Europe/Berlin"))
                        .slack())
                .isEqualTo(new Settings.Slack(
                        "#alerts",
                        true,
                        QuietHours.parse("22:00-07:00 Europe/Berlin").orElseThrow()));
    }

    @Test
    void read_slackThatCannotBeRead_isSaidWhole() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Settings.read(Map.of(
                        "ECS_MEDIC_TABLE", "ecs-medic",
                        "ECS_MEDIC_TOPIC_ARN", TOPIC,
                        "ECS_MEDIC_SLACK_CHANNEL", "a channel",
                        "ECS_MEDIC_SLACK_BUTTONS", "yes",
                        "ECS_MEDIC_QUIET_HOURS", "at night")))
                .withMessage("Settings: ECS_MEDIC_SLACK_CHANNEL is neither the id of a channel nor #name;"
                        + " ECS_MEDIC_SLACK_BUTTONS must be on or off;"
                        + " ECS_MEDIC_QUIET_HOURS is not of the form 22:00-07:00 Europe/Berlin.");
    }
}
