package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.notify.EveryForm;
import io.github.ecsmedic.notify.MessageOptions;
import io.github.ecsmedic.notify.PlantedFailure;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.SnsSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets stand in the events and the account; the function neither keeps nor logs nor publishes one. */
class PlantedSecretsTest {
    private static final long SEED = 12;

    @Test
    void secrets_inEvents_areNeitherPublishedNorKeptNorLogged() {
        List<String> leaks = new ArrayList<>();
        PlantedFailure.all(SEED).forEach(planted -> {
            for (boolean refuses : List.of(false, true)) {
                planted.line()
                        .seenIn(told(planted, refuses))
                        .forEach(seen ->
                                leaks.add(planted.kind() + " " + planted.line().name() + ": " + seen));
            }
        });

        assertThat(leaks).isEmpty();
    }

    /** All that leaves the function: what is published, kept, logged and answered. */
    private static String told(PlantedFailure planted, boolean refuses) {
        StringBuilder published = new StringBuilder();
        Sink sns = new SnsSink(
                (subject, message, attributes) -> {
                    published.append(subject).append(message).append(attributes);
                    if (refuses) {
                        throw new SinkException("AccessDenied: sns:Publish");
                    }
                },
                new MessageOptions(true, true));
        EveryForm everyForm = new EveryForm();
        MemoryLedger ledger = new MemoryLedger();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        DiagnoseHandler handler = new DiagnoseHandler(
                new BatchWork(
                        new Parts(
                                Wiring.engine(Catalogue.full().diagnoser()),
                                (region, budget) -> planted.account(),
                                ledger,
                                Clock.systemUTC(),
                                () -> "i-1",
                                true),
                        budget -> List.of(sns, everyForm)),
                "ecs-medic-diagnose",
                new PrintStream(log, true, UTF_8));
        try {
            handler.handleRequest(Batches.of(planted.event()), response, new Invocation("request-1", 120_000));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        assertThat(everyForm.written()).as("what is told of %s", planted.kind()).isNotBlank();
        return published + everyForm.written() + ledger.living() + log.toString(UTF_8) + response.toString(UTF_8);
    }
}
