package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ecsmedic.infra.Grants.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/iam.md: what the template grants (on what, under which condition) joined with what the code wants it for. Neither may
 * have an action that the other has not.
 */
class IamPageTest {
    private static final Page PAGE = Page.of("iam.md");

    /** With everything that can be asked for; the keys of others are named as such. */
    private static final Grants GRANTS = new Grants(Template.of(
            "iam",
            Map.ofEntries(
                    Map.entry(Installation.SLACK_WEBHOOK_SECRET, "SECRET"),
                    Map.entry(Installation.SLACK_SIGNING_SECRET, "SIGNING-SECRET"),
                    Map.entry(Installation.SLACK_TEAM, "T0AAA1111"),
                    Map.entry(Installation.SLACK_USERS, "U0AAA1111"),
                    Map.entry(Installation.SLACK_CHANNELS, "C0AAA1111"),
                    Map.entry(Installation.SLACK_WEBHOOK_KEY, "arn:aws:kms:us-east-1:111122223333:key/SECRET-KEY"),
                    Map.entry(Installation.SLACK_SIGNING_KEY, "arn:aws:kms:us-east-1:111122223333:key/SIGNING-KEY"),
                    Map.entry(Installation.FIXES, "on"),
                    Map.entry(Installation.FIX_MODE, "notify"),
                    Map.entry(Installation.FIX_APPROVERS, "U0AAA1111"),
                    Map.entry(Installation.FIX_DRY_RUN, "off"))));

    /** Functions in the order of the page, with what each may be wanted for. */
    private static final Map<String, Wants> FUNCTIONS = functions();

    private static Map<String, Wants> functions() {
        Map<String, Wants> all = new LinkedHashMap<>();
        all.put("ecs-medic-diagnose", Wants.diagnosing());
        all.put("ecs-medic-sweep", Wants.sweeping());
        all.put("ecs-medic-fix", Wants.fixing());
        all.put("ecs-medic-slack", Wants.own());
        return all;
    }

    @Test
    void actions_ofEachFunction_areExactlyThoseThatTheCodeWants() {
        assertThat(GRANTS.functions()).isEqualTo(new TreeSet<>(FUNCTIONS.keySet()));
        FUNCTIONS.forEach((function, wants) -> {
            Set<String> granted = GRANTS.allowed(function)
                    .filter(statement -> !wants.isOwn(statement))
                    .flatMap(statement -> statement.actions().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(granted).as(function).isEqualTo(wants.actions());
        });
    }

    @Test
    void page_tables_areThoseOfTheTemplate() throws IOException {
        PAGE.holds(
                "functions",
                FUNCTIONS.entrySet().stream()
                        .map(entry -> section(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("\n\n")));
        PAGE.holds(
                "services",
                "| service | action | on | if |\n|---|---|---|---|\n"
                        + GRANTS.services().collect(Collectors.joining("\n")));
    }

    @Test
    void page_members_areWhatBothTemplatesGrantForThem() throws IOException {
        Grants home = new Grants(Template.of("members", MembersTest.LISTED));
        Grants member = new Grants(Template.member());
        Stream<String> more = Stream.of("ecs-medic-diagnose", "ecs-medic-sweep")
                .flatMap(function -> home.allowed(function)
                        .filter(statement -> statement.actions().equals(List.of("sts:AssumeRole")))
                        .map(statement -> row("`" + function + "`", statement)));
        Stream<String> roles = member.functions().stream()
                .flatMap(role -> Stream.concat(
                        member.allowed(role).map(statement -> row("`" + role + "`", statement)),
                        member.denied(role).map(statement -> row("`" + role + "`, never", statement))));
        Stream<String> trusted = Template.member().all("AWS::IAM::Role").stream()
                .filter(role -> role.findPath("Principal").has("AWS"))
                .map(role ->
                        "| home's account | `sts:AssumeRole` | `%s` | `sts:ExternalId` is `ExternalId`, and the role of"
                                        .formatted(Template.text(role.path("RoleName")))
                                + " home's `ecs-medic-diagnose` or `ecs-medic-sweep` asks |");
        PAGE.holds(
                "members",
                Stream.of(more, trusted, roles, member.services())
                        .flatMap(rows -> rows)
                        .map(row -> row.replace("<InstallationName>", "ecs-medic")
                                .replace("InstallationName-", "ecs-medic-"))
                        .collect(Collectors.joining("\n", "| who | action | on | if |\n|---|---|---|---|\n", "")));
    }

    private static String row(String who, Statement statement) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        who,
                        code(statement.actions()),
                        statement.on(),
                        statement.condition().replace("is not ``", "is not one of `Regions`"));
    }

    private static String section(String function, Wants wants) {
        List<Statement> known = function.endsWith("-sweep")
                ? GRANTS.allowed("ecs-medic-diagnose").toList()
                : List.of();
        String rows = GRANTS.allowed(function)
                .flatMap(statement -> statement.actions().stream()
                        .filter(action -> wants.isOwn(statement) || !isAmong(known, statement, action))
                        .map(action -> "| `%s` | %s | %s | %s |"
                                .formatted(action, statement.on(), statement.condition(), wants.of(statement, action))))
                .collect(Collectors.joining("\n"));
        String never = GRANTS.denied(function)
                .map(statement ->
                        "| %s | %s | %s |".formatted(code(statement.actions()), statement.on(), statement.condition()))
                .collect(Collectors.joining("\n"));
        return "## `" + function + "`\n\n" + GRANTS.says(function) + "."
                + (known.isEmpty()
                        ? ""
                        : " It reads whatever `ecs-medic-diagnose` reads, because it diagnoses what no event has told,"
                                + " and beside it:")
                + "\n\n| action | on | if | for |\n|---|---|---|---|\n" + rows
                + (never.isEmpty()
                        ? ""
                        : "\n\nNever, whatever else allows it:\n\n| action | on | if |\n|---|---|---|\n" + never);
    }

    /** On the same and under the same condition. */
    private static boolean isAmong(List<Statement> known, Statement statement, String action) {
        return known.stream()
                .anyMatch(other -> other.actions().contains(action)
                        && other.resources().equals(statement.resources())
                        && other.condition().equals(statement.condition()));
    }

    private static String code(List<String> actions) {
        return actions.stream().map(action -> "`" + action + "`").collect(Collectors.joining(", "));
    }

    /**
     * On everything stands only what AWS cannot limit: the reads of actions-without-resource.txt, and the one write for a
     * pull-through rule, which has no name before it is there. All but the global ones are held to the region.
     */
    @Test
    void statements_onEverything_areThoseThatAwsForces() throws IOException {
        Set<String> forced = Files.readAllLines(Path.of("src/test/resources/actions-without-resource.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
        forced.addAll(Set.of("ecr:CreatePullThroughCacheRule", "ecr:DeletePullThroughCacheRule"));
        FUNCTIONS.keySet().stream()
                .flatMap(GRANTS::allowed)
                .filter(statement -> statement.resources().contains("*"))
                .forEach(statement -> {
                    assertThat(statement.actions()).isSubsetOf(forced);
                    assertThat(statement.actions().stream().allMatch(ReadScope.GLOBAL::contains)
                                    || statement.condition().equals("`aws:RequestedRegion` is `REGION`"))
                            .as(statement.toString())
                            .isTrue();
                });
    }

    /** IAM counts 10,240 characters of inline policies a role; the longest names of account, region and installation. */
    @Test
    void policies_all_areShorterThanIamAllows() {
        Map<String, String> longest = new LinkedHashMap<>(SettingsTest.OTHER);
        longest.put(Installation.NAME, "ecs-medic-0123456789-0123456789-012");
        Template template = Template.of("longest", longest);
        assertThat(template.all("AWS::IAM::Policy"))
                .hasSize(4)
                .allSatisfy(policy -> assertThat(
                                resolved(policy.path("PolicyDocument")).toString())
                        .hasSizeLessThan(10_240));
    }

    private static JsonNode resolved(JsonNode node) {
        if (node.has("Fn::Join") || node.has("Ref") || node.has("Fn::GetAtt")) {
            String text = Template.text(node).replace("us-east-1", "ap-southeast-1");
            return Template.MAPPER.getNodeFactory().textNode(text);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode made = Template.MAPPER.createObjectNode();
            object.properties().forEach(entry -> made.set(entry.getKey(), resolved(entry.getValue())));
            return made;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode made = Template.MAPPER.createArrayNode();
            array.forEach(item -> made.add(resolved(item)));
            return made;
        }
        return node;
    }
}
