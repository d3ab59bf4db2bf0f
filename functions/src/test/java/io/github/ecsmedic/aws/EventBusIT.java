package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.notify.Bulletins;
import io.github.ecsmedic.notify.BusSink;
import io.github.ecsmedic.notify.Diagnoses;
import io.github.ecsmedic.notify.MessageOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rule of somebody else on the default bus receives what we tell. */
final class EventBusIT {
    private static final List<String> PROPERTIES = List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey");
    /** A region of its own, because the SDK's clients of a region are kept for the process. */
    private static final String REGION = "eu-west-3";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Emulator emulator;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        emulator = Emulator.start();
        System.setProperty("aws.endpointUrl", emulator.endpoint().toString());
        System.setProperty("aws.accessKeyId", "x");
        System.setProperty("aws.secretAccessKey", "x");
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void end() {
        PROPERTIES.forEach(System::clearProperty);
        http.close();
        emulator.close();
    }

    @Test
    void rule_onOurSource_receivesTheIncident() throws IOException, InterruptedException {
        String queue = asked("sqs", "AmazonSQS.CreateQueue", Map.of("QueueName", "findings"))
                .path("QueueUrl")
                .asText();
        String arn = asked(
                        "sqs",
                        "AmazonSQS.GetQueueAttributes",
                        Map.of("QueueUrl", queue, "AttributeNames", new String[] {"QueueArn"}))
                .path("Attributes")
                .path("QueueArn")
                .asText();
        asked("events", "AWSEvents.PutRule", Map.of("Name", "theirs", "EventPattern", """
                {"source": ["ecs-medic"], "detail-type": ["ECS Medic Incident Opened"],
                 "detail": {"label": ["registry_auth.network_timeout"]}}"""));
        asked("events", "AWSEvents.PutTargets", Map.of("Rule", "theirs", "Targets", new Object[] {
            Map.of("Id", "queue", "Arn", arn)
        }));

        new BusSink((type, detail) -> Aws.in(REGION).put(type, detail), MessageOptions.DEFAULT)
                .tell(Bulletins.opened(Diagnoses.noRoute()));

        JsonNode messages = asked("sqs", "AmazonSQS.ReceiveMessage", Map.of("QueueUrl", queue, "WaitTimeSeconds", 5))
                .path("Messages");
        assertThat(messages).hasSize(1);
        JsonNode event = JSON.readTree(messages.path(0).path("Body").asText());
        assertThat(event.path("source").asText()).isEqualTo("ecs-medic");
        assertThat(event.path("detail-type").asText()).isEqualTo("ECS Medic Incident Opened");
        assertThat(event.path("detail").path("incident").path("id").asText()).isEqualTo("i-1");
        assertThat(event.path("detail").path("causes").path(0).path("id").asText())
                .isEqualTo("network.no_route");
    }

    private static JsonNode asked(String service, String target, Map<String, ?> body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(emulator.endpoint())
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1." + (service.equals("sqs") ? "0" : "1"))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=x/20261120/" + REGION + "/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=x")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }
}
