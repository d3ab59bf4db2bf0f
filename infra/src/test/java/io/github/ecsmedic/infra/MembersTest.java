package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.handler.SweepHandler;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MembersTest {
    private static final String ID = "made-up-external-id";
    static final Map<String, String> LISTED = Map.of(
            Installation.MEMBERS, "222233334444=payments 333344445555",
            Installation.EXTERNAL_ID, ID,
            Installation.REGIONS, "eu-west-1");

    private static final Template HOME = Template.of("members", LISTED);
    private static final Template ORGANIZATION = Template.of(
            "organization", Map.of(Installation.ORGANIZATION, "o-example1234", Installation.EXTERNAL_ID, ID));
    private static final Template MEMBER = Template.member();

    private static JsonNode json(String text) throws Exception {
        return Template.MAPPER.readTree(text);
    }

    private static List<JsonNode> rules(Template template) {
        return template.all("AWS::Events::Rule").stream()
                .filter(rule -> rule.has("EventPattern"))
                .toList();
    }

    /** By name. */
    private static Map<String, JsonNode> patterns(Stream<JsonNode> rules) {
        Map<String, JsonNode> patterns = new TreeMap<>();
        rules.forEach(rule -> patterns.put(
                Template.text(rule.path("Name")).replace("<InstallationName>", "ecs-medic"),
                rule.path("EventPattern")));
        return patterns;
    }

    private static Stream<JsonNode> statements(JsonNode policy) {
        return policy.path("PolicyDocument").path("Statement").valueStream();
    }

    private static JsonNode statement(JsonNode policy, String sid) {
        return statements(policy)
                .filter(statement -> statement.path("Sid").asText().equals(sid))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode reader(String type) {
        return MEMBER.json().path("Resources").properties().stream()
                .filter(entry -> entry.getKey().startsWith("Reader"))
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void installation_alone_hasNoBusAndAssumesNothing() {
        assertThat(Template.PLAIN.all("AWS::Events::EventBus")).isEmpty();
        assertThat(Template.PLAIN.json().toString()).doesNotContain("sts:AssumeRole\",\"Effect\":\"Allow\",\"Resource");
    }

    @Test
    void home_withMembers_hasTheSameRulesOnABusOfTheirOwn() {
        Map<String, JsonNode> own = patterns(rules(HOME).stream().filter(rule -> !rule.has("EventBusName")));
        Map<String, JsonNode> others = patterns(rules(HOME).stream().filter(rule -> rule.has("EventBusName")));
        assertThat(own).hasSize(8).isEqualTo(others);
        assertThat(rules(HOME))
                .allSatisfy(rule -> assertThat(rule.path("Targets"))
                        .isEqualTo(rules(HOME).getFirst().path("Targets")));
        assertThat(HOME.only("AWS::Events::EventBus").path("Name").asText()).isEqualTo("ecs-medic-members");
    }

    @Test
    void queue_withMembers_takesFromTheRulesOfBothBuses() {
        assertThat(HOME.all("AWS::SQS::QueuePolicy").stream()
                        .map(policy -> policy.findPath("aws:SourceArn"))
                        .filter(JsonNode::isArray)
                        .map(JsonNode::size))
                .containsExactly(16, 16);
    }

    @Test
    void bus_withListedMembers_admitsThemAlone() throws Exception {
        JsonNode policy = HOME.only("AWS::Events::EventBusPolicy").path("Statement");
        assertThat(Template.texts(policy.path("Principal").path("AWS")))
                .containsExactly("arn:aws:iam::222233334444:root", "arn:aws:iam::333344445555:root");
        assertThat(policy.path("Action").asText()).isEqualTo("events:PutEvents");
        assertThat(policy.path("Resource").path("Fn::GetAtt").path(1).asText()).isEqualTo("Arn");
        assertThat(policy.has("Condition")).isFalse();
    }

    @Test
    void bus_ofAnOrganisation_admitsItsAccountsAlone() throws Exception {
        JsonNode policy = ORGANIZATION.only("AWS::Events::EventBusPolicy").path("Statement");
        assertThat(policy.path("Principal").asText()).isEqualTo("*");
        assertThat(policy.path("Condition"))
                .isEqualTo(json("{\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-example1234\"}}"));
    }

    @Test
    void roles_withListedMembers_mayAssumeTheirReadersAlone() throws Exception {
        assertThat(HOME.all("AWS::IAM::Policy")).hasSize(2).allSatisfy(policy -> {
            JsonNode statement = statement(policy, "ReadMembers");
            assertThat(Template.texts(statement.path("Resource")))
                    .containsExactly("arn:aws:iam::*:role/ecs-medic-reader");
            assertThat(statement.path("Condition")).isEqualTo(json("""
                    {"StringEquals": {"aws:ResourceAccount": ["222233334444", "333344445555"]}}"""));
        });
    }

    @Test
    void roles_ofAnOrganisation_mayAssumeReadersWithinItAlone() throws Exception {
        assertThat(ORGANIZATION.all("AWS::IAM::Policy")).hasSize(2).allSatisfy(policy -> {
            JsonNode statement = statement(policy, "ReadOrganization");
            assertThat(Template.texts(statement.path("Resource")))
                    .containsExactly("arn:aws:iam::*:role/ecs-medic-reader");
            assertThat(statement.path("Condition"))
                    .isEqualTo(json("{\"StringEquals\": {\"aws:ResourceOrgID\": [\"o-example1234\"]}}"));
        });
    }

    @Test
    void roles_withOtherRegions_readInThemAndNowhereElse() throws Exception {
        JsonNode policy = HOME.diagnosing("AWS::IAM::Policy");
        JsonNode regions = json("[{\"Ref\": \"AWS::Region\"}, \"eu-west-1\"]");
        assertThat(statement(policy, "ReadInThisRegion").findPath("aws:RequestedRegion"))
                .isEqualTo(regions);
        assertThat(Template.texts(statement(policy, "ReadEcsService").path("Resource")))
                .containsExactly("arn:aws:ecs:*:111122223333:service/*");
        JsonNode never = statement(policy, "NeverReadElsewhere");
        assertThat(never.path("Effect").asText()).isEqualTo("Deny");
        assertThat(never.path("Condition").path("StringNotEquals").path("aws:RequestedRegion"))
                .isEqualTo(regions);
        assertThat(Template.texts(never.path("Action")))
                .contains("ecs:*", "elasticloadbalancing:*", "ec2:*")
                .doesNotContain("iam:*", "sts:*", "logs:*", "ecr:*", "route53:*", "sqs:*", "dynamodb:*", "kms:*");
    }

    @Test
    void policy_withMembersAndRegions_isShorterThanIamAllows() {
        Map<String, String> all = new TreeMap<>(Template.EVERYTHING);
        all.putAll(LISTED);
        all.put(Installation.ORGANIZATION, "o-example1234");
        all.put(Installation.MEMBERS, members(76));
        all.put(Installation.REGIONS, "eu-west-1 eu-north-1 ap-southeast-2 us-west-2 sa-east-1");
        assertThat(Template.resolved(Template.of("everywhere", all)
                                .diagnosing("AWS::IAM::Policy")
                                .path("PolicyDocument"))
                        .toString())
                .hasSizeLessThan(10_240);
    }

    private static String members(int many) {
        return LongStream.range(222_233_330_000L, 222_233_330_000L + many)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    @Test
    void function_withMembers_isToldWhoTheyAre() {
        JsonNode variables =
                HOME.diagnosing("AWS::Lambda::Function").path("Environment").path("Variables");
        assertThat(variables.path("ECS_MEDIC_MEMBERS").asText()).isEqualTo("222233334444=payments 333344445555");
        assertThat(variables.path("ECS_MEDIC_MEMBER_ROLE").asText()).isEqualTo("ecs-medic-reader");
        assertThat(variables.path("ECS_MEDIC_EXTERNAL_ID").asText()).isEqualTo(ID);
        assertThat(variables.path("ECS_MEDIC_REGIONS").asText()).isEqualTo("eu-west-1");
        assertThat(variables.has("ECS_MEDIC_ORGANIZATION")).isFalse();
        assertThat(Template.PLAIN
                        .diagnosing("AWS::Lambda::Function")
                        .path("Environment")
                        .toString())
                .doesNotContain("ECS_MEDIC_MEMBER", "ECS_MEDIC_EXTERNAL_ID", "ECS_MEDIC_REGIONS");
    }

    @Test
    void member_always_forwardsWhatHomeTakes() {
        assertThat(patterns(rules(MEMBER).stream())).isEqualTo(patterns(rules(Template.PLAIN).stream()));
        assertThat(rules(MEMBER)).allSatisfy(rule -> {
            JsonNode target = rule.path("Targets").path(0);
            assertThat(target.path("Arn").path("Ref").asText()).isEqualTo("BusArn");
            assertThat(Template.text(target.path("RoleArn"))).startsWith("<Forward");
            assertThat(Template.text(target.path("DeadLetterConfig").path("Arn")))
                    .startsWith("<UndeliveredQueue");
        });
    }

    @Test
    void forwarder_always_mayPutOnTheHomeBusAndNothingElse() {
        List<JsonNode> forwarders = MEMBER.all("AWS::IAM::Policy").stream()
                .filter(policy -> !policy.toString().contains("Read"))
                .toList();
        assertThat(forwarders).hasSize(1);
        assertThat(statements(forwarders.getFirst())).singleElement().satisfies(statement -> {
            assertThat(statement.path("Action").asText()).isEqualTo("events:PutEvents");
            assertThat(statement.path("Resource").path("Ref").asText()).isEqualTo("BusArn");
        });
    }

    @Test
    void servicePrincipals_ofAMember_areHeldToTheAccountAndOurRules() {
        List<JsonNode> statements = MEMBER.json().findValues("Statement").stream()
                .flatMap(JsonNode::valueStream)
                .filter(statement -> statement.path("Principal").has("Service"))
                .toList();
        assertThat(statements).hasSize(2).allSatisfy(statement -> {
            assertThat(Template.text(statement.findPath("aws:SourceAccount"))).isEqualTo("111122223333");
            assertThat(Template.text(statement.findPath("aws:SourceArn")))
                    .isEqualTo("arn:aws:events:us-east-1:111122223333:rule/<InstallationName>-*");
        });
    }

    @Test
    void reader_always_trustsTheTwoRolesOfHomeWithTheExternalIdAlone() {
        JsonNode trust = reader("AWS::IAM::Role")
                .path("Properties")
                .path("AssumeRolePolicyDocument")
                .path("Statement");
        assertThat(trust).hasSize(1);
        JsonNode condition = trust.path(0).path("Condition");
        assertThat(condition
                        .path("StringEquals")
                        .path("sts:ExternalId")
                        .path("Ref")
                        .asText())
                .isEqualTo("ExternalId");
        assertThat(condition.path("ArnEquals").path("aws:PrincipalArn").toString())
                .contains("-diagnose-", "-sweep-")
                .doesNotContain("*");
        assertThat(trust.path(0).path("Principal").toString())
                .contains("{\"Fn::Select\":[4,")
                .contains(":root");
    }

    @Test
    void reader_always_mayReadWhatHomeReadsAndNothingElse() {
        SortedSet<String> expected = new TreeSet<>(Catalogue.full().readActions());
        expected.addAll(SweepHandler.READS);
        SortedSet<String> actions = new TreeSet<>();
        JsonNode policy = reader("AWS::IAM::Policy").path("Properties");
        statements(policy)
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .forEach(statement -> actions.addAll(Template.texts(statement.path("Action"))));
        assertThat(actions).isEqualTo(expected);
        assertThat(statements(policy)
                        .filter(statement -> statement.path("Effect").asText().equals("Deny"))
                        .map(statement -> statement.path("Sid").asText()))
                .containsExactlyInAnyOrder(
                        "NeverReadElsewhere", "NeverReadSecrets", "NeverReadParameters", "NeverDecrypt");
        assertThat(policy.path("PolicyDocument").toString()).hasSizeLessThan(10_240);
    }

    /** The home account's other regions deploy the same template, and one region of a StackSet makes the role. */
    @Test
    void reader_always_isMadeInOneRegionOfOtherAccountsOnly() throws Exception {
        assertThat(reader("AWS::IAM::Role").path("Condition").asText()).isEqualTo("MakesReader");
        assertThat(reader("AWS::IAM::Policy").path("Condition").asText()).isEqualTo("MakesReader");
        assertThat(MEMBER.json().path("Conditions").path("MakesReader")).isEqualTo(json("""
                {"Fn::And": [
                  {"Fn::Not": [{"Fn::Equals": [{"Ref": "AWS::AccountId"},
                    {"Fn::Select": [4, {"Fn::Split": [":", {"Ref": "BusArn"}]}]}]}]},
                  {"Fn::Or": [{"Fn::Equals": [{"Ref": "ReaderRegion"}, ""]},
                    {"Fn::Equals": [{"Ref": "ReaderRegion"}, {"Ref": "AWS::Region"}]}]}]}"""));
    }

    @Test
    void member_always_needsNoPreparation() {
        assertThat(MEMBER.json().has("Rules")).isFalse();
        assertThat(MEMBER.json().path("Parameters").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("BusArn", "InstallationName", "ExternalId", "ReaderRegion", "Regions");
        assertThat(MEMBER.json().toString().length()).isLessThan(51_200);
        assertThat(MEMBER.all("AWS::Lambda::Function")).isEmpty();
    }
}
