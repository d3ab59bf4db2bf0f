package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.PullThroughRule;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Outlook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The far end of the SDK's connections where one change is to be made: what is there allows it, until a test says otherwise,
 * and every request that changes something is kept.
 */
public final class MendOnTheWire {
    public static final String ACCOUNT = "111122223333";

    /** Of the service's primary deployment. */
    public static final String DEPLOYMENT = "ecs-svc/1";

    private static final String SWITCH = "ssm:GetParameter";
    private static final String SERVICES = "ecs:DescribeServices";
    private static final String DEPLOYMENTS = "ecs:ListServiceDeployments";
    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:";
    private static final AwsCredentialsProvider OURS = StaticCredentialsProvider.create(AwsBasicCredentials.builder()
            .accessKeyId("AKIDEXAMPLE")
            .secretAccessKey("made-up")
            .accountId(ACCOUNT)
            .build());

    private final Change change;
    private final Instant now;
    private final FakeAws reading = new FakeAws().with(OURS);
    private final FakeAws changing = new FakeAws().with(OURS);
    private final Map<String, WireFault> faults = new LinkedHashMap<>();
    private final Outlook outlook = new SdkOutlook(reading.clients(), List.of());
    private final Hand hand;
    private String word = "auto";
    private String tag = "auto";
    private int read;
    private int written;

    public MendOnTheWire(Change change, Instant now) {
        this.change = change;
        this.now = now;
        reads().forEach((operation, answer) -> reading.on(operation, asked -> {
            String text = answer(operation, answer);
            var whole = FakeAws.response(text.startsWith("{\"__type\"") ? 400 : 200, text);
            WireFault fault = faults.get(operation);
            return fault == null ? whole : fault.answer(operation, whole);
        }));
        changing.on(change.request().iamAction(), change.answer());
        Clients once = new Clients("us-east-1", () -> OneShot.wiring(changing, OURS, OneShot.CALL));
        hand = new SdkHand(ACCOUNT, reading.clients(), once);
    }

    /** As at first, with nothing asked yet. */
    public MendOnTheWire anew() {
        faults.clear();
        word = "auto";
        tag = "auto";
        read = reading.asked().size();
        written = changing.asked().size();
        return this;
    }

    /** The word of the kill switch; {@code ""} where there is none. */
    public MendOnTheWire switchSays(String says) {
        word = says;
        return this;
    }

    /** The mode in the tags of all that has to opt in; {@code ""} where they say nothing. */
    public MendOnTheWire tagSays(String says) {
        tag = says;
        return this;
    }

    public MendOnTheWire faulty(String operation, WireFault fault) {
        faults.put(operation, fault);
        return this;
    }

    public Outlook outlook() {
        return outlook;
    }

    public Hand hand() {
        return hand;
    }

    /** The operations that were asked, each once. */
    public List<String> asked() {
        return reading.operations().stream().skip(read).distinct().toList();
    }

    /** The requests that could change something, through whichever client they came. */
    public List<String> writes() {
        List<String> all =
                new ArrayList<>(changing.operations().stream().skip(written).toList());
        reading.operations().stream()
                .skip(read)
                .filter(operation -> !operation.matches("[a-z0-9]+:(?:Describe|List|Get|Lookup)\\w+"))
                .forEach(all::add);
        return all;
    }

    /** The kill switch and the tags are as they are when they are asked. */
    private String answer(String operation, String prepared) {
        return switch (operation) {
            case SWITCH ->
                word.isEmpty()
                        ? "{\"__type\":\"ParameterNotFound\"}"
                        : "{\"Parameter\":{\"Name\":\"/ecs-medic/mode\",\"Value\":\"" + word + "\"}}";
            case SERVICES, Owners.TAGS, TasksUnderRepair.TASKS -> prepared.replace("MODE", tag);
            default -> prepared;
        };
    }

    private Map<String, String> reads() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ec2:DescribeVpcEndpoints", "<r/>");
        all.put(
                "ec2:DescribeRouteTables",
                "<r><routeTableSet><item><routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId><associationSet><item>"
                        + "<routeTableId>rtb-1</routeTableId><subnetId>subnet-1</subnetId><main>false</main></item>"
                        + "</associationSet><routeSet/></item></routeTableSet></r>");
        all.put(
                "ec2:DescribeSubnets",
                "<r><subnetSet><item><subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId>"
                        + "<cidrBlock>10.0.0.0/24</cidrBlock><availabilityZone>us-east-1a</availabilityZone>"
                        + "<availabilityZoneId>use1-az1</availabilityZoneId>"
                        + "<availableIpAddressCount>9</availableIpAddressCount></item></subnetSet></r>");
        all.put("ec2:DescribeNetworkInterfaces", "<r><networkInterfaceSet/></r>");
        all.put(change.reads(), change.was());
        if (change.request() instanceof PullThroughRule) {
            all.put(change.reads(), "{\"__type\":\"PullThroughCacheRuleNotFoundException\"}");
        }
        switch (change.request()) {
            case TaskRerun _ -> {
                all.put(TasksUnderRepair.TASKS, Reruns.tagged("MODE"));
                all.put(TasksUnderRepair.LIST, "{\"taskArns\":[]}");
                all.put(TasksUnderRepair.RECORDS, Reruns.RECORDED);
            }
            case TaskStop stop ->
                all.put(TasksUnderRepair.PROTECTION, ServiceChangeRows.protection(stop.task(), false));
            default -> {}
        }
        all.computeIfPresent(
                "ec2:DescribeVpcEndpoints",
                (_, text) -> text.replace("<vpcEndpointId>", "<vpcId>vpc-1</vpcId><vpcEndpointId>"));
        all.put(
                SERVICES,
                service(change.reads().equals(SERVICES) ? change.was() : "{\"services\":[{}],\"failures\":[]}"));
        all.put(DEPLOYMENTS, deployments());
        all.put(Owners.TAGS, tags());
        all.put(SWITCH, "{}");
        return all;
    }

    /** With all that the row does not say. */
    private static String service(String row) {
        String missing = Stream.of(
                        "\"serviceArn\":\"" + ARN + "service/prod/api\"",
                        "\"serviceName\":\"api\"",
                        "\"clusterArn\":\"" + ARN + "cluster/prod\"",
                        "\"status\":\"ACTIVE\"",
                        "\"desiredCount\":2",
                        "\"runningCount\":2",
                        "\"pendingCount\":0",
                        "\"taskDefinition\":\"" + ARN + "task-definition/api:42\"",
                        "\"deployments\":[{\"id\":\"" + DEPLOYMENT + "\",\"status\":\"PRIMARY\"}]",
                        "\"deploymentConfiguration\":{\"maximumPercent\":200,\"minimumHealthyPercent\":100}",
                        "\"tags\":[{\"key\":\"" + OptIn.MODE_TAG + "\",\"value\":\"MODE\"}]")
                .filter(member -> !row.contains(member.substring(0, member.indexOf(':') + 1)))
                .collect(Collectors.joining(","));
        return row.replace("\"services\":[{\"", "\"services\":[{" + missing + ",\"")
                .replace("[{}", "[{" + missing + "}");
    }

    private String deployments() {
        boolean stops = change.request() instanceof DeploymentStop;
        String arn = change.request() instanceof DeploymentStop(String _, String deployment)
                ? deployment
                : ARN + "service-deployment/prod/api/d6";
        return "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"" + arn + "\",\"status\":\""
                + (stops ? "IN_PROGRESS" : "SUCCESSFUL") + "\",\"createdAt\":"
                + now.minusSeconds(7200).getEpochSecond() + "}]}";
    }

    private static String tags() {
        return Stream.of("vpc-1", "vpce-1", "rtb-1", "sg-1", "subnet-1")
                .map(id -> "<item><resourceId>" + id + "</resourceId><key>" + OptIn.MODE_TAG
                        + "</key><value>MODE</value></item>")
                .collect(Collectors.joining("", "<r><tagSet>", "</tagSet></r>"));
    }
}
