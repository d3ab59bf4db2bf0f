package io.github.ecsmedic.handler;

import static java.util.stream.Collectors.joining;

import io.github.ecsmedic.MarkedPart;
import java.io.IOException;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which of the SDK's clients each function asks, as {@code docs/performance.md} says it. */
class ClientsByHandlerTest {
    private static final Map<String, Reach> REACH = Reach.ofHandlers(Reach.code());

    @Test
    void page_namesTheClientsAndTheHandlersThatAskThem() throws IOException {
        Map<String, NavigableSet<String>> operations = new TreeMap<>();
        REACH.values()
                .forEach(reach -> reach.operations()
                        .forEach((client, asked) -> operations
                                .computeIfAbsent(client, _ -> new TreeSet<>())
                                .addAll(asked)));

        MarkedPart.holds(
                "docs/performance.md",
                "clients",
                "| client | operations | asked by |\n|---|---|---|\n"
                        + operations.entrySet().stream()
                                .map(row -> "| %s | %d | %s |"
                                        .formatted(row.getKey(), row.getValue().size(), asking(row.getKey())))
                                .collect(joining("\n")));
    }

    private static String asking(String client) {
        return REACH.entrySet().stream()
                .filter(handler -> handler.getValue().operations().containsKey(client))
                .map(Map.Entry::getKey)
                .collect(joining(", "));
    }
}
