package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/configuration.md and the options of scripts/deploy say what the list of settings and the templates say. */
class ConfigurationPageTest {
    private static final Page PAGE = Page.of("configuration.md");

    /** Of the script alone. */
    private static final Set<String> OWN_OPTIONS = Set.of("region", "yes", "endpoint", "help");

    @Test
    void page_settings_areThoseOfTheList() throws IOException {
        String rows = Installation.SETTINGS.stream()
                .map(setting -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                setting.name(),
                                setting.form(),
                                setting.otherwise().isEmpty() ? "" : "`" + setting.otherwise() + "`",
                                setting.says()))
                .collect(Collectors.joining("\n"));
        PAGE.holds("settings", "| setting | value | default | what it says |\n|---|---|---|---|\n" + rows);
    }

    @Test
    void page_remains_areWhatTemplatesRetain() throws IOException {
        Map<String, Map<String, String>> when = new LinkedHashMap<>();
        when.put("always", Map.of());
        when.put("with `fixes`", Map.of(Installation.FIXES, "on"));
        when.put("with `keep-table`", Map.of(Installation.KEEP_TABLE, "on"));
        Set<String> listed = new TreeSet<>();
        String rows = when.entrySet().stream()
                .flatMap(entry -> retained(Template.of("retained", entry.getValue()))
                        .filter(listed::add)
                        .map(resource -> "- " + entry.getKey() + ": " + resource))
                .collect(Collectors.joining("\n"));
        Map<String, String> everything = new TreeMap<>(SettingsTest.OTHER);
        everything.remove(Installation.ENCRYPTION_KEY);
        assertThat(retained(Template.of("everything", everything))).containsExactlyInAnyOrderElementsOf(listed);
        PAGE.holds("remains", rows);
    }

    private static Stream<String> retained(Template template) {
        return template.json().path("Resources").properties().stream()
                .filter(entry -> !Set.of("", "Delete")
                        .contains(entry.getValue().path("DeletionPolicy").asText()))
                .map(entry -> "`" + entry.getKey() + "` ("
                        + entry.getValue().path("Type").asText() + ")");
    }

    /** The statements that the owner of a key is asked for admit each service that uses it, for what is ours alone. */
    @Test
    void page_keyPolicy_admitsWhoUsesTheKeyOfTheTemplate() throws IOException {
        String page = PAGE.text();
        int from = page.indexOf("```json\n") + "```json\n".length();
        JsonNode statements = Template.MAPPER.readTree(page.substring(from, page.indexOf("```", from)));
        Template keyed = Template.of(
                "keyed",
                Map.of(
                        Installation.FIXES,
                        "on",
                        Installation.ENCRYPTION_KEY,
                        "arn:aws:kms:us-east-1:111122223333:key/0f"));
        assertThat(admitted(statements, "cloudwatch.amazonaws.com", "/Condition/ArnLike/aws:SourceArn"))
                .isEqualTo("arn:aws:cloudwatch:us-east-1:111122223333:alarm:ecs-medic-*");
        assertThat(keyed.all("AWS::CloudWatch::Alarm"))
                .allSatisfy(
                        alarm -> assertThat(alarm.path("AlarmName").asText()).startsWith("ecs-medic-"));
        assertThat(admitted(statements, "events.amazonaws.com", "/Condition/ArnLike/aws:SourceArn"))
                .isEqualTo("arn:aws:events:us-east-1:111122223333:rule/ecs-medic-*");
        assertThat(keyed.all("AWS::Events::Rule"))
                .allSatisfy(rule -> assertThat(rule.path("Name").asText()).startsWith("ecs-medic-"));
        assertThat(admitted(
                        statements,
                        "logs.us-east-1.amazonaws.com",
                        "/Condition/ArnLike/kms:EncryptionContext:aws:logs:arn"))
                .isEqualTo("arn:aws:logs:us-east-1:111122223333:log-group:*");
        assertThat(statements).hasSize(3).allSatisfy(statement -> {
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            assertThat(Template.texts(statement.path("Action"))).allMatch(action -> action.startsWith("kms:"));
            assertThat(statement.at("/Condition/StringEquals/aws:SourceAccount").asText())
                    .isEqualTo("111122223333");
        });
    }

    private static String admitted(JsonNode statements, String service, String pointer) {
        return statements
                .valueStream()
                .filter(statement ->
                        statement.path("Principal").path("Service").asText().equals(service))
                .map(statement -> statement.at(pointer).asText())
                .collect(Collectors.joining());
    }

    @Test
    void deploy_options_areTheSettings() throws Exception {
        Ran help = deploy("--help");
        assertThat(help.status()).isZero();
        Set<String> options = help.says()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("--"))
                .map(line -> line.substring(2).split(" ", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(OWN_OPTIONS);
        expected.remove("help");
        Installation.SETTINGS.stream()
                .filter(setting -> !setting.key().equals(Installation.JAR))
                .forEach(setting -> expected.add(setting.name()));
        assertThat(options).isEqualTo(expected);
    }

    /** What the help names the script takes; what it does not it refuses. */
    @Test
    void deploy_anOption_isTakenIfItIsASetting() throws Exception {
        String[] all = Installation.SETTINGS.stream()
                .filter(setting -> !setting.key().equals(Installation.JAR))
                .flatMap(setting -> Stream.of("--" + setting.name(), "x"))
                .toArray(String[]::new);
        assertThat(deploy(Stream.concat(Stream.of(all), Stream.of("--help")).toArray(String[]::new))
                        .status())
                .isZero();
        Ran refused = deploy("--jar", "x", "--help");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.says()).contains("unknown option --jar; see --help");
    }

    private record Ran(int status, String says) {}

    private static Ran deploy(String... options) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of("bash", Path.of("..", "scripts", "deploy").toString()), Stream.of(options))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), says);
    }
}
