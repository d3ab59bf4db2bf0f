package io.github.ecsmedic.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.aws.OneRequestServer.End;
import io.github.ecsmedic.fix.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The names of the members that a request has on the wire. */
public final class WireMembers {
    private static final String ACCOUNT = "111122223333";
    private static final ObjectMapper JSON = new ObjectMapper();

    private WireMembers() {}

    /** In the order in which they are sent; {@code a.b} for the member b of a. */
    public static List<String> of(Request request) {
        AwsCredentialsProvider ours = StaticCredentialsProvider.create(AwsBasicCredentials.builder()
                .accessKeyId("AKIDEXAMPLE")
                .secretAccessKey("made-up")
                .accountId(ACCOUNT)
                .build());
        try (OneRequestServer server = new OneRequestServer(End.WHOLE, 500, "")) {
            Clients changing =
                    new Clients("us-east-1", () -> OneShot.wiring(server.client(), ours, Duration.ofSeconds(20)));
            new SdkHand(ACCOUNT, Reruns.startedBefore(new FakeAws().with(ours)).clients(), changing).send(request);
            String sent = server.requests().getFirst();
            String body = sent.substring(sent.indexOf(' ') + 1);
            return body.startsWith("{") ? ofJson(body) : ofForm(body);
        }
    }

    private static List<String> ofForm(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(pair -> pair.substring(0, pair.indexOf('=')).replaceAll("\\.\\d+", ""))
                .filter(name -> !name.equals("Action") && !name.equals("Version"))
                .distinct()
                .toList();
    }

    private static List<String> ofJson(String body) {
        List<String> names = new ArrayList<>();
        try {
            add("", JSON.readTree(body), names);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(body, e);
        }
        return names.stream().distinct().toList();
    }

    private static void add(String before, JsonNode node, List<String> names) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = before + member.getKey();
            JsonNode value = member.getValue();
            if (value.isObject()) {
                add(name + ".", value, names);
            } else if (value.isArray() && value.path(0).isObject()) {
                value.forEach(item -> add(name + ".", item, names));
            } else {
                names.add(name);
            }
        }
    }
}
