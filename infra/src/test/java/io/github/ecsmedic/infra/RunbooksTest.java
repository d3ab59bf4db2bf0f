package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is woken by an alarm of ECS Medic finds it under its name in docs/operations.md. */
class RunbooksTest {
    private static final String RUNBOOK = "### `";

    @Test
    void operations_holdOneRunbookForEachAlarm() throws IOException {
        Map<String, String> everything = new TreeMap<>(Template.EVERYTHING);
        everything.putAll(ButtonsTest.CONTEXT);
        everything.putAll(FixerTest.CONTEXT);
        everything.put(Installation.NAME, "ecs-medic");
        List<String> alarms = Template.of("runbooks", everything).all("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> alarm.path("AlarmName").asText().substring("ecs-medic-".length()))
                .toList();

        List<String> runbooks = Files.readAllLines(Path.of("..", "docs", "operations.md")).stream()
                .filter(line -> line.startsWith(RUNBOOK))
                .map(line -> line.substring(RUNBOOK.length(), line.length() - 1))
                .toList();

        assertThat(runbooks).containsExactlyInAnyOrderElementsOf(alarms);
    }
}
