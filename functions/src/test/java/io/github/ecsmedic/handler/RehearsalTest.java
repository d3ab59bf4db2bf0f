package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.diagnose.Diagnoser;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.MemoryWatch;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.treat.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The script of the rehearsal is what the wire says of a made-up account; {@code -Dgolden.write=true} writes it anew. */
class RehearsalTest {
    private static final Path SCRIPT = Path.of("src/main/resources/rehearsal.json");
    private static final Path EVENT = Path.of("../events/causes/network.s3_gateway_missing/event.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Diagnoser ENGINE = Catalogue.full().diagnoser();

    @Test
    void script_kept_isWhatTheWireSays() throws IOException {
        JsonNode event = JSON.readTree(EVENT.toFile());
        AccountOnTheWire wire = AccountOnTheWire.of(FakeAccount.small().withEndpoints("ecr.api", "ecr.dkr", "logs"));
        wire.ask(account -> ENGINE.diagnose(EventReader.read(event.toString()), account));
        wire.ask(account -> patrol(account).look(Duration.ofSeconds(20), new Deadline(Duration.ofMinutes(1))));
        SortedMap<String, String> answers = new TreeMap<>(wire.said());
        answers.put("ListClusters", "{\"clusterArns\":[\"arn:aws:ecs:us-east-1:111122223333:cluster/prod\"]}");
        answers.put("ListTasks", "{\"taskArns\":[]}");
        answers.put("PutEvents", "{\"Entries\":[{\"EventId\":\"rehearsal\"}]}");
        String script = JsonText.object(json -> {
            json.writeStringField("now", "2026-11-20T03:11:00Z");
            json.writeStringField("event", event.toString());
            json.writeObjectFieldStart("answers");
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                json.writeStringField(answer.getKey(), answer.getValue());
            }
            json.writeEndObject();
        });
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(SCRIPT, script + "\n");
        }

        assertThat(meant(Files.readString(SCRIPT))).isEqualTo(meant(script));
    }

    private static Patrol patrol(Account account) {
        Parts parts = new Parts(
                Wiring.engine(ENGINE), (place, budget) -> account, new MemoryLedger(), new Ticking(), () -> "i", true);
        return new Patrol(parts, new MemoryWatch(), new Place("", "us-east-1"), List.of());
    }

    /** Members of an object stand in any order. */
    private static Map<String, Object> meant(String script) throws IOException {
        JsonNode whole = JSON.readTree(script);
        Map<String, Object> meant = new TreeMap<>(Map.of(
                "now", whole.get("now").asText(),
                "event", JSON.readTree(whole.get("event").asText())));
        for (Map.Entry<String, JsonNode> answer : whole.get("answers").properties()) {
            String text = answer.getValue().asText();
            meant.put(answer.getKey(), text.startsWith("{") ? JSON.readTree(text) : text);
        }
        return meant;
    }
}
