package io.github.ecsmedic.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.cli.Shell.Result;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.notify.DiagnosisJson;
import io.github.ecsmedic.notify.MessageOptions;
import io.github.ecsmedic.notify.Planted;
import io.github.ecsmedic.notify.PlantedFailure;
import io.github.ecsmedic.notify.SlackMessage;
import io.github.ecsmedic.notify.SnsMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets stand in every text that AWS can return; no output of ours shows one. */
class PlantedSecretsTest {
    private static final long SEED = 11;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void secrets_whereverTheyStand_areInNoMessage() {
        List<String> leaks = new ArrayList<>();
        PlantedFailure.all(SEED)
                .forEach(planted -> outputs(planted)
                        .forEach((output, text) -> planted.line().seenIn(text).stream()
                                .limit(1)
                                .forEach(seen -> leaks.add(planted.kind() + " "
                                        + planted.line().name() + " in " + output + ": " + around(seen, text)))));

        assertThat(leaks).isEmpty();
    }

    @Test
    void secrets_inTheTerminal_areInNeitherItsOutputNorItsErrors() {
        List<String> leaks = new ArrayList<>();
        PlantedFailure.all(SEED).forEach(planted -> {
            Shell shell = new Shell(planted.event(), Map.of(), () -> cloud(planted.account()));
            for (List<String> options : List.of(List.of("--event", "-"), List.of("--event", "-", "--json"))) {
                List<String> args = new ArrayList<>(List.of("diagnose"));
                args.addAll(options);
                Result result = shell.run(args.toArray(String[]::new));
                planted.line()
                        .seenIn(result.out() + result.err())
                        .forEach(seen ->
                                leaks.add(planted.kind() + " " + planted.line().name() + ": " + seen));
            }
        });

        assertThat(leaks).isEmpty();
    }

    @Test
    void secrets_inInputThatCannotBeRead_areNotQuotedInItsError() throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Planted.Line line : Planted.lines(SEED)) {
            String text = JSON.writeValueAsString(line.text());
            for (String input : List.of(
                    line.text(),
                    "{\"text\": " + text,
                    "{\"id\": \"1\", \"text\": " + text + ", \"exitCode\": " + text + "}",
                    "{\"id\": \"1\", \"field\": " + text + ", \"text\": \"x\"}",
                    "{\"id\": \"1\", \"text\": " + text + "}")) {
                for (String[] args : List.of(new String[] {"classify"}, new String[] {"diagnose", "--event", "-"})) {
                    Result result = Shell.in(input).run(args);
                    line.seenIn(result.out() + result.err())
                            .forEach(seen -> leaks.add(args[0] + " " + line.name() + " of " + input + ": " + seen));
                }
            }
        }

        assertThat(leaks).isEmpty();
    }

    private static String around(String seen, String text) {
        int at = text.indexOf(seen);
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80));
    }

    private static Map<String, String> outputs(PlantedFailure planted) {
        Diagnosis d = diagnosis(planted);
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("terminal", TerminalText.of(d, TerminalText.WIDTH, false));
        outputs.put("colours", TerminalText.of(d, TerminalText.WIDTH, true));
        outputs.put("JSON", DiagnosisJson.of(d));
        for (MessageOptions options : List.of(MessageOptions.DEFAULT, new MessageOptions(true, true))) {
            outputs.put("Slack " + options, SlackMessage.of(d, options));
            SnsMessage sns = SnsMessage.of(d, options);
            outputs.put("SNS " + options, sns.subject() + sns.message() + sns.attributes());
        }
        return outputs;
    }

    private static Diagnosis diagnosis(PlantedFailure planted) {
        return ((Outcome.Diagnosed) Catalogue.full()
                        .diagnoser()
                        .diagnose(EventReader.read(planted.event().getBytes(UTF_8)), planted.account()))
                .diagnosis();
    }

    private static Cloud cloud(Account account) {
        return new Cloud() {
            @Override
            public Means means() {
                throw new IllegalStateException("nothing here is applied");
            }

            @Override
            public String region() {
                return "us-east-1";
            }

            @Override
            public Account open(String region, Duration budget) {
                return account;
            }

            @Override
            public String obstacle(String region) {
                return "";
            }
        };
    }
}
