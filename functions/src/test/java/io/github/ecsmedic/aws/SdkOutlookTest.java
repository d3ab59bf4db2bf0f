package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.EndpointPrivateDns;
import io.github.ecsmedic.fix.EndpointRoute;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.MountTarget;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Remedy.Tier;
import io.github.ecsmedic.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class SdkOutlookTest {
    private static final String ACCOUNT = "111122223333";
    private static final String SWITCH = "ssm:GetParameter";
    private static final String CALENDAR = "ssm:GetCalendarState";
    private static final String SERVICES = "ecs:DescribeServices";
    private static final String DEPLOYMENTS = "ecs:ListServiceDeployments";
    private static final String STACKS = "cloudformation:DescribeStacks";
    private static final String TAGS = "ec2:DescribeTags";
    private static final String INTERFACES = "ec2:DescribeNetworkInterfaces";
    private static final String GROUPS = "ec2:DescribeSecurityGroups";
    private static final String NO_TAGS = "<DescribeTagsResponse><tagSet/></DescribeTagsResponse>";
    private static final String DEPLOYMENT = "arn:aws:ecs:us-east-1:111122223333:service-deployment/prod/api/d7";
    private static final Request LONGER =
            new ServiceUpdate("us-east-1", "prod", "api", new GracePeriod(0), new GracePeriod(90));

    private static final Subject ONE_OFF = new Subject(ACCOUNT, "us-east-1", "prod", "", "task-1", "api:7");

    private final FakeAws aws = new FakeAws()
            .with(StaticCredentialsProvider.create(AwsBasicCredentials.builder()
                    .accessKeyId("AKIDEXAMPLE")
                    .secretAccessKey("made-up")
                    .accountId(ACCOUNT)
                    .build()));

    @ParameterizedTest
    @CsvSource({"off, OFF", "notify, NOTIFY", "approve, APPROVE", "' auto ', AUTO", "AUTO, NOTIFY", "yes, NOTIFY"})
    void cap_isTheParametersWord_andAWordThatIsNoModeMeansNotify(String word, Mode mode) {
        aws.on(SWITCH, "{\"Parameter\":{\"Name\":\"/ecs-medic/mode\",\"Value\":\"" + word + "\"}}");

        assertThat(outlook().cap()).isEqualTo(new Answer.Known<>(mode, SWITCH));
        assertThat(aws.asked()).map(FakeAws.Asked::body).containsExactly("{\"Name\":\"/ecs-medic/mode\"}");
    }

    @Test
    void cap_withoutParameter_isNotify() {
        aws.on(SWITCH, 400, "{\"__type\":\"ParameterNotFound\"}");

        assertThat(outlook().cap()).isEqualTo(new Answer.Known<>(Mode.NOTIFY, SWITCH));
    }

    @ParameterizedTest
    @EnumSource(value = WireFault.class, mode = EnumSource.Mode.EXCLUDE, names = "BARE")
    void cap_thatCannotBeRead_isUnknown(WireFault fault) {
        aws.on(SWITCH, _ -> fault.answer(SWITCH, FakeAws.response(200, "{}")));

        assertThat(outlook().cap()).isEqualTo(new Answer.Unknown<>(fault.word(), SWITCH));
    }

    @Test
    void cap_askedTwice_isReadTwice() {
        aws.on(SWITCH, "{\"Parameter\":{\"Value\":\"auto\"}}", "{\"Parameter\":{\"Value\":\"off\"}}");
        SdkOutlook outlook = outlook();

        assertThat(List.of(outlook.cap(), outlook.cap()))
                .containsExactly(new Answer.Known<>(Mode.AUTO, SWITCH), new Answer.Known<>(Mode.OFF, SWITCH));
    }

    @Test
    void calendar_whereNoneIsSetUp_freezesNothing() {
        assertThat(outlook().freezes()).isEqualTo(new Answer.Known<>(false, "settings"));
    }

    @ParameterizedTest
    @CsvSource({"OPEN, false", "CLOSED, true"})
    void calendar_freezesWhileItIsClosed(String state, boolean freezes) {
        aws.on(CALENDAR, "{\"State\":\"" + state + "\"}");

        assertThat(outlook("holidays").freezes()).isEqualTo(new Answer.Known<>(freezes, CALENDAR));
        assertThat(aws.asked().getFirst().body()).isEqualTo("{\"CalendarNames\":[\"holidays\"]}");
    }

    @ParameterizedTest
    @EnumSource(value = WireFault.class, mode = EnumSource.Mode.EXCLUDE, names = "BARE")
    void calendar_thatCannotBeRead_isUnknown(WireFault fault) {
        aws.on(CALENDAR, _ -> fault.answer(CALENDAR, FakeAws.response(200, "{}")));

        assertThat(outlook("holidays").freezes()).isEqualTo(new Answer.Unknown<>(fault.word(), CALENDAR));
    }

    @Test
    void service_asItStandsNow_isReadWithOneRequestEach() {
        service("{\"key\":\"ecs-medic:mode\",\"value\":\"auto\"}");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"));

        Live live = outlook().live(plan(LONGER));

        assertThat(live.tags()).isEqualTo(new Answer.Known<>(List.of(Map.of("ecs-medic:mode", "auto")), TAGS));
        assertThat(known(live.service()).map(Service::name)).contains("api");
        assertThat(live.deployments())
                .isEqualTo(new Answer.Known<>(
                        List.of(new Listed(
                                DEPLOYMENT, "SUCCESSFUL", "revision-7", Instant.parse("2026-11-20T00:00:00Z"))),
                        DEPLOYMENTS));
        assertThat(known(live.stackChanges())).isFalse();
        assertThat(known(live.touched())).isEmpty();
        assertThat(known(live.values().get(LONGER))).isEqualTo(LONGER.before());
        assertThat(aws.operations()).containsExactlyInAnyOrder(SERVICES, DEPLOYMENTS);
    }

    @Test
    void service_lookedAtTwice_isReadTwice() {
        service("");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"), deployments("IN_PROGRESS"));
        SdkOutlook outlook = outlook();

        assertThat(known(outlook.live(plan(LONGER)).deployments()))
                .map(Listed::status)
                .containsExactly("SUCCESSFUL");
        assertThat(known(outlook.live(plan(LONGER)).deployments()))
                .map(Listed::status)
                .containsExactly("IN_PROGRESS");
    }

    @Test
    void service_thatIsGone_hasNobodyWhoCouldAllowIt() {
        aws.on(SERVICES, "{\"services\":[],\"failures\":[{\"arn\":\"a\",\"reason\":\"MISSING\"}]}")
                .on(DEPLOYMENTS, 400, "{\"__type\":\"ServiceNotFoundException\"}");

        Live live = outlook().live(plan(LONGER));

        assertThat(known(live.service())).isEmpty();
        assertThat(known(live.tags())).isEmpty();
        assertThat(live.values().get(LONGER)).isInstanceOf(Answer.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(WireFault.class)
    void service_thatCannotBeRead_isUnknownWithItsTagsStackAndValue(WireFault fault) {
        String answer = "{\"services\":[],\"failures\":[]}";
        aws.on(SERVICES, _ -> fault.answer(SERVICES, FakeAws.response(200, answer)))
                .on(DEPLOYMENTS, deployments("SUCCESSFUL"));

        Live live = outlook().live(plan(LONGER));

        assertThat(List.of(
                        live.service(),
                        live.tags(),
                        live.stackChanges(),
                        live.values().get(LONGER)))
                .allSatisfy(unknown -> assertThat(unknown).isInstanceOf(Answer.Unknown.class));
        assertThat(live.deployments()).isInstanceOf(Answer.Known.class);
    }

    @ParameterizedTest
    @EnumSource(value = WireFault.class, mode = EnumSource.Mode.EXCLUDE, names = "BARE")
    void deployments_thatCannotBeRead_areUnknownAlone(WireFault fault) {
        service("");
        aws.on(DEPLOYMENTS, _ -> fault.answer(DEPLOYMENTS, FakeAws.response(200, "{}")));

        Live live = outlook().live(plan(LONGER));

        assertThat(live.deployments()).isEqualTo(new Answer.Unknown<>(fault.word(), DEPLOYMENTS));
        assertThat(List.of(
                        live.service(),
                        live.tags(),
                        live.stackChanges(),
                        live.values().get(LONGER)))
                .allSatisfy(known -> assertThat(known).isInstanceOf(Answer.Known.class));
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE_COMPLETE, false",
        "UPDATE_ROLLBACK_COMPLETE, false",
        "UPDATE_IN_PROGRESS, true",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, true",
        "UPDATE_ROLLBACK_IN_PROGRESS, true"
    })
    void stack_thatMadeTheService_changesWhileItIsAtWork(String status, boolean changes) {
        service("{\"key\":\"aws:cloudformation:stack-name\",\"value\":\"shop\"}");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"))
                .on(
                        STACKS,
                        "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>shop</StackName><StackStatus>"
                                + status
                                + "</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>");

        assertThat(known(outlook().live(plan(LONGER)).stackChanges())).isEqualTo(changes);
        assertThat(aws.asked())
                .filteredOn(asked -> asked.operation().equals(STACKS))
                .map(FakeAws.Asked::body)
                .containsExactly("Action=DescribeStacks&Version=2010-05-15&StackName=shop");
    }

    @Test
    void stack_thatCannotBeRead_isUnknownAlone() {
        service("{\"key\":\"aws:cloudformation:stack-name\",\"value\":\"shop\"}");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL")).on(STACKS, _ -> Protocol.QUERY.denied());

        Live live = outlook().live(plan(LONGER));

        assertThat(live.stackChanges()).isEqualTo(new Answer.Unknown<>("AccessDenied", STACKS));
        assertThat(live.tags()).isInstanceOf(Answer.Known.class);
    }

    @Test
    void vpc_thatIsToChange_optsInByItsOwnTags() {
        VpcAttribute on = new VpcAttribute("us-east-1", "vpc-1", "enableDnsSupport", true);
        service("{\"key\":\"ecs-medic:mode\",\"value\":\"auto\"}");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"))
                .on(TAGS, tags("vpc-1", "ecs-medic:mode", "approve"))
                .on("ec2:DescribeVpcAttribute", """
                        <DescribeVpcAttributeResponse><enableDnsSupport><value>false</value></enableDnsSupport>
                        <enableDnsHostnames><value>false</value></enableDnsHostnames></DescribeVpcAttributeResponse>""");

        Live live = outlook().live(plan(on));

        assertThat(known(live.tags())).containsExactly(Map.of("ecs-medic:mode", "approve"));
        assertThat(known(live.touched())).containsExactly("vpc-1");
        assertThat(known(live.values().get(on))).isEqualTo("false");
    }

    @Test
    void objects_withoutTags_areNotTakenForOptedIn_andAnAnswerWithoutListIsUnknown() {
        service("");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"))
                .on(TAGS, NO_TAGS)
                .on(TAGS, "<DescribeTagsResponse/>")
                .on("ec2:DescribeVpcEndpoints", endpoint());
        Plan plan = plan(new EndpointPrivateDns("us-east-1", "vpce-1", true));

        assertThat(known(outlook().live(plan).tags())).containsExactly(Map.of());
        assertThat(outlook().live(plan).tags()).isEqualTo(new Answer.Unknown<>("empty answer", TAGS));
    }

    @Test
    void privateDns_touchesTheWholeVpc() {
        service("");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL")).on(TAGS, NO_TAGS).on("ec2:DescribeVpcEndpoints", endpoint());

        assertThat(known(outlook()
                        .live(plan(new EndpointPrivateDns("us-east-1", "vpce-1", true)))
                        .touched()))
                .containsExactly("vpc-1");
    }

    @Test
    void route_touchesTheSubnetsOfItsTable_andWithAMainTableThoseWithoutTheirOwn() {
        service("");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"))
                .on(TAGS, NO_TAGS)
                .on("ec2:DescribeVpcEndpoints", endpoint())
                .on(
                        "ec2:DescribeSubnets",
                        "<DescribeSubnetsResponse><subnetSet>" + subnet("subnet-1") + subnet("subnet-2")
                                + "</subnetSet></DescribeSubnetsResponse>")
                .on(
                        "ec2:DescribeRouteTables",
                        asked -> FakeAws.response(
                                200,
                                "<DescribeRouteTablesResponse><routeTableSet>" + table("rtb-main", "<main>true</main>")
                                        + (asked.body().contains("RouteTableId.1")
                                                ? ""
                                                : table("rtb-own", "<subnetId>subnet-2</subnetId>"))
                                        + "</routeTableSet></DescribeRouteTablesResponse>"));

        Live live = outlook().live(plan(new EndpointRoute("us-east-1", "vpce-1", "rtb-main", true)));

        assertThat(known(live.touched())).containsExactly("subnet-1");
        assertThat(known(live.tags())).containsExactly(Map.of(), Map.of());
    }

    @Test
    void ingress_touchesWhateverElseWearsTheGroup() {
        service("");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"))
                .on(TAGS, NO_TAGS)
                .on(GROUPS, group())
                .on(
                        INTERFACES,
                        "<DescribeNetworkInterfacesResponse><networkInterfaceSet>"
                                + one("eni-1", "vpc_endpoint", true, "VPC Endpoint Interface vpce-1")
                                + one("eni-2", "interface", true, "EFS mount target for fs-1 (fsmt-1)")
                                + one("eni-3", "interface", false, "EFS mount target for fs-1 (fsmt-1)")
                                + one("eni-4", "interface", false, "")
                                + "</networkInterfaceSet></DescribeNetworkInterfacesResponse>");

        assertThat(known(outlook()
                        .live(plan(new Ingress("us-east-1", "sg-1", "443", "sg-2", true)))
                        .touched()))
                .isEqualTo(Set.of("sg-1", "eni-3", "eni-4"));
    }

    @Test
    void whatElseIsTouched_thatCannotBeRead_isUnknownAlone() {
        service("");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"))
                .on(TAGS, NO_TAGS)
                .on(GROUPS, group())
                .on(INTERFACES, _ -> Protocol.EC2.denied());

        Live live = outlook().live(plan(new Ingress("us-east-1", "sg-1", "443", "sg-2", true)));

        assertThat(live.touched()).isInstanceOf(Answer.Unknown.class);
        assertThat(live.tags()).isInstanceOf(Answer.Known.class);
        assertThat(live.values().values()).allSatisfy(v -> assertThat(v).isInstanceOf(Answer.Known.class));
    }

    @Test
    void mountTarget_touchesItsSubnetAndAsksIt() {
        service("");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"))
                .on(TAGS, tags("subnet-1", "ecs-medic:mode", "auto"))
                .on("elasticfilesystem:DescribeMountTargets", "{\"MountTargets\":[]}");

        Live live = outlook().live(plan(new MountTarget("us-east-1", "fs-1", "subnet-1", List.of())));

        assertThat(known(live.touched())).containsExactly("subnet-1");
        assertThat(known(live.tags())).containsExactly(Map.of("ecs-medic:mode", "auto"));
    }

    @Test
    void taskWithoutService_allowsItByItsOwnTags() {
        aws.on("ecs:DescribeTasks", """
                {"tasks":[{"taskArn":"task-1","tags":[{"key":"ecs-medic:mode","value":"auto"}]}],"failures":[]}""").on("logs:DescribeLogGroups", "{\"logGroups\":[]}");

        assertThat(known(outlook()
                        .live(plan(ONE_OFF, new LogGroup("us-east-1", "/a")))
                        .tags()))
                .containsExactly(Map.of("ecs-medic:mode", "auto"));
    }

    @Test
    void taskThatIsForgotten_hasNobodyWhoCouldAllowIt() {
        aws.on("logs:DescribeLogGroups", "{\"logGroups\":[]}")
                .on("ecs:DescribeTasks", "{\"tasks\":[],\"failures\":[{\"arn\":\"task-1\",\"reason\":\"MISSING\"}]}");
        Live live = outlook().live(plan(ONE_OFF, new LogGroup("us-east-1", "/a")));

        assertThat(known(live.tags())).isEmpty();
        assertThat(known(live.service())).isEqualTo(Optional.empty());
        assertThat(known(live.deployments())).isEmpty();
        assertThat(aws.operations()).containsOnly("logs:DescribeLogGroups", "ecs:DescribeTasks");
    }

    @Test
    void account_ofOthers_isUnknownThroughout() {
        service("");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"));
        Plan plan = plan(new Subject("444455556666", "us-east-1", "prod", "api", "task-1", "api:7"), LONGER);

        Live live = outlook().live(plan);

        assertThat(List.of(
                        live.service(),
                        live.tags(),
                        live.deployments(),
                        live.values().get(LONGER)))
                .allSatisfy(unknown -> assertThat(unknown).isInstanceOf(Answer.Unknown.class));
    }

    @Test
    void reads_ofEveryPlan_areThoseThatAreDeclared() {
        String nothing = "<r><routeTableSet/><networkInterfaceSet/><subnetSet/><tagSet/></r>";
        Change.all()
                .filter(change -> !change.reads().equals(SERVICES))
                .forEach(change -> aws.on(change.reads(), change.is()));
        service("{\"key\":\"aws:cloudformation:stack-name\",\"value\":\"shop\"}");
        aws.on(DEPLOYMENTS, deployments("SUCCESSFUL"))
                .on(STACKS, nothing)
                .on(TAGS, NO_TAGS)
                .on(INTERFACES, nothing)
                .on(
                        "ec2:DescribeRouteTables",
                        "<r><routeTableSet>" + table("rtb-1", "<main>true</main>") + "</routeTableSet></r>")
                .on("ec2:DescribeSubnets", nothing)
                .on("ecs:ListTasks", "{\"taskArns\":[\"t1\"]}")
                .on("ecs:GetTaskProtection", "{}")
                .on(SWITCH, "{}")
                .on(CALENDAR, "{}");
        SdkOutlook outlook = outlook("holidays");

        outlook.cap();
        outlook.freezes();
        Change.all().forEach(change -> outlook.live(plan(change.request())));

        FakeAws before = Reruns.startedBefore(new FakeAws());
        new TaskCopy(before.clients(), new Reads(Duration.ofSeconds(20))).of(Reruns.RERUN);

        assertThat(Stream.concat(aws.operations().stream(), before.operations().stream())
                        .distinct()
                        .sorted()
                        .toList())
                .isEqualTo(AwsFixes.READS);
    }

    private SdkOutlook outlook(String... calendars) {
        return new SdkOutlook(aws.clients(), List.of(calendars));
    }

    private static Plan plan(Request... requests) {
        return plan(new Subject(ACCOUNT, "us-east-1", "prod", "api", "task-1", "api:7"), requests);
    }

    private static Plan plan(Subject subject, Request... requests) {
        return new Plan(
                "incident-1",
                "a-fix",
                Tier.AUTOMATIC,
                new Fingerprint(ACCOUNT, "us-east-1", "service/prod/api", "cause:app.crash"),
                Certainty.PROVEN,
                Set.of(),
                Set.of(),
                subject,
                List.of(requests),
                Set.of(),
                "ecs-svc/1",
                Instant.parse("2026-11-20T03:30:00Z"));
    }

    private static <T> T known(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Known.class);
        return Given.value(answer);
    }

    private void service(String tags) {
        aws.on(SERVICES, """
                {"services":[{"serviceArn":"arn:aws:ecs:us-east-1:111122223333:service/prod/api","serviceName":"api",
                 "desiredCount":2,"runningCount":2,"pendingCount":0,"tags":[%s]}],"failures":[]}""".formatted(tags));
    }

    private static String deployments(String status) {
        return """
                {"serviceDeployments":[{"serviceDeploymentArn":"%s","status":"%s","targetServiceRevisionArn":"revision-7",
                 "createdAt":1795132800}]}""".formatted(DEPLOYMENT, status);
    }

    private static String tags(String id, String key, String value) {
        return "<DescribeTagsResponse><tagSet><item><resourceId>" + id + "</resourceId><key>" + key + "</key><value>"
                + value + "</value></item></tagSet></DescribeTagsResponse>";
    }

    private static String endpoint() {
        return """
                <DescribeVpcEndpointsResponse><vpcEndpointSet><item><vpcEndpointId>vpce-1</vpcEndpointId>
                <vpcId>vpc-1</vpcId></item></vpcEndpointSet></DescribeVpcEndpointsResponse>""";
    }

    private static String group() {
        return """
                <DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId></item></securityGroupInfo>
                </DescribeSecurityGroupsResponse>""";
    }

    private static String subnet(String id) {
        return "<item><subnetId>" + id
                + "</subnetId><vpcId>vpc-1</vpcId><availableIpAddressCount>9</availableIpAddressCount></item>";
    }

    private static String table(String id, String association) {
        return "<item><routeTableId>" + id + "</routeTableId><vpcId>vpc-1</vpcId><routeSet/><associationSet><item>"
                + association + "</item></associationSet></item>";
    }

    private static String one(String id, String type, boolean byAws, String description) {
        return "<item><networkInterfaceId>" + id + "</networkInterfaceId><interfaceType>" + type
                + "</interfaceType><requesterManaged>" + byAws + "</requesterManaged><description>" + description
                + "</description></item>";
    }
}
