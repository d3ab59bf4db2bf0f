package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.GroupSize;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting;
import io.github.ecsmedic.fix.ServiceSetting.Definition;
import io.github.ecsmedic.fix.ServiceSetting.DesiredCount;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.fix.ServiceSetting.Strategy;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Outlook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteResponse;

/**
 * One service, {@code api} in {@code prod}, and what some requests change, at the far end of the real SDK's connection:
 * each request takes effect, in their order, and after all of them they are taken back in reverse. What it answers is
 * canned, in the form of {@link Change}: the emulated AWS lacks half of these operations.
 */
public final class AccountUnderRepair {
    public static final String ACCOUNT = "111122223333";

    private static final String ARN = "arn:aws:ecs:us-east-1:" + ACCOUNT + ":";
    private static final AwsCredentialsProvider OURS = StaticCredentialsProvider.create(AwsBasicCredentials.builder()
            .accessKeyId("AKIDEXAMPLE")
            .secretAccessKey("made-up")
            .accountId(ACCOUNT)
            .build());

    private final List<Request> requests;
    private final FakeAws aws = new FakeAws().with(OURS);
    private int done;
    private boolean undoing;
    private String lone = "PENDING";

    public AccountUnderRepair(List<Request> requests) {
        this.requests = List.copyOf(requests);
        Map<String, String> fixed = new TreeMap<>(
                Map.of(
                        "ssm:GetParameter", "{\"Parameter\":{\"Value\":\"auto\"}}",
                        "ssm:GetCalendarState", "{\"State\":\"OPEN\"}",
                        "ec2:DescribeNetworkInterfaces",
                                "<r><networkInterfaceSet><item><networkInterfaceId>eni-1</networkInterfaceId><interfaceType>vpc_endpoint</interfaceType></item></networkInterfaceSet></r>",
                        "ec2:DescribeSubnets",
                                "<r><subnetSet><item><subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId><availableIpAddressCount>9</availableIpAddressCount></item></subnetSet></r>",
                        "ec2:DescribeRouteTables",
                                "<r><routeTableSet><item><routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId><routeSet/><associationSet><item><main>true</main></item></associationSet></item></routeTableSet></r>",
                        "cloudformation:DescribeStacks",
                                "<r><DescribeStacksResult><Stacks><member><StackName>shop</StackName><StackStatus>UPDATE_COMPLETE</StackStatus></member></Stacks></DescribeStacksResult></r>"));
        fixed.forEach(aws::on);
        aws.on("ec2:DescribeTags", asked -> FakeAws.response(200, tags(Question.of(asked))));
        aws.on("ecs:DescribeServices", _ -> FakeAws.response(200, service()));
        aws.on("ecs:ListServiceDeployments", _ -> FakeAws.response(200, deployments()));
        Set<String> own = ofTasks();
        own.forEach(operation -> aws.on(operation, asked -> FakeAws.response(200, task(Question.of(asked)))));
        Change.all()
                .map(Change::reads)
                .filter(reads -> !reads.equals("ecs:DescribeServices") && !own.contains(reads))
                .distinct()
                .forEach(reads -> aws.on(reads, _ -> value(reads)));
        Change.all()
                .map(change -> change.request().iamAction())
                .distinct()
                .forEach(action -> aws.on(action, _ -> FakeAws.response(200, take(action))));
    }

    public Outlook outlook() {
        return new SdkOutlook(aws.clients(), List.of("holidays"));
    }

    public Hand hand() {
        return new SdkHand(
                ACCOUNT, aws.clients(), new Clients("us-east-1", () -> OneShot.wiring(aws, OURS, OneShot.CALL)));
    }

    /** What was started fails as what it was started for. */
    public synchronized void failsAgain() {
        lone = "STOPPED";
    }

    /** What was started runs, if it has not failed. */
    public synchronized void runs() {
        lone = lone.equals("PENDING") ? "RUNNING" : lone;
    }

    /** What IAM decided, request by request: an action and the object that it is decided on. */
    public List<String> decided() {
        return aws.asked().stream()
                .flatMap(asked -> Authorised.of(Question.of(asked)))
                .toList();
    }

    /** The operations that change something, in the order in which they came. */
    public List<String> changes() {
        List<String> changing =
                Change.all().map(change -> change.request().iamAction()).toList();
        return aws.operations().stream().filter(changing::contains).toList();
    }

    /** The reads of tasks, where it is a task that is changed. */
    private Set<String> ofTasks() {
        return requests.getFirst() instanceof TaskRerun || requests.getFirst() instanceof TaskStop
                ? Set.of(
                        TasksUnderRepair.TASKS,
                        TasksUnderRepair.LIST,
                        TasksUnderRepair.RECORDS,
                        TasksUnderRepair.PROTECTION)
                : Set.of();
    }

    private synchronized String task(Question asked) {
        TaskStop stop = requests.getFirst() instanceof TaskStop one ? one : null;
        return new TasksUnderRepair(stop, done > 0, lone).answer(asked);
    }

    private synchronized String take(String action) {
        if (!undoing && done == requests.size()) {
            undoing = true;
        }
        Request sent = undoing ? requests.get(--done).inverse().orElseThrow() : requests.get(done++);
        if (!sent.iamAction().equals(action)) {
            throw new AssertionError(action + " was sent instead of " + sent);
        }
        return Change.all()
                .filter(change -> change.request().iamAction().equals(action))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    private synchronized HttpExecuteResponse value(String reads) {
        if (requests.getFirst() instanceof VpcAttribute) {
            return FakeAws.response(
                    200,
                    IntStream.range(0, requests.size())
                            .mapToObj(i -> ((VpcAttribute) requests.get(i)).attribute() + "><value>" + (i < done)
                                    + "</value></" + ((VpcAttribute) requests.get(i)).attribute())
                            .collect(Collectors.joining("><", "<r><", "></r>")));
        }
        int at = IntStream.range(0, requests.size())
                .filter(i -> like(requests.get(i)).reads().equals(reads))
                .findFirst()
                .orElse(0);
        Change change = like(requests.get(at));
        String text = at < done ? change.is() : change.was();
        return text.isEmpty()
                ? FakeAws.response(400, "{\"__type\":\"PullThroughCacheRuleNotFoundException\"}")
                : FakeAws.response(200, withItsVpc(text, requests.get(at)));
    }

    private static String withItsVpc(String text, Request request) {
        String there = text.replace(
                "<vpcEndpointId>vpce-1</vpcEndpointId>", "<vpcEndpointId>vpce-1</vpcEndpointId><vpcId>vpc-1</vpcId>");
        return request instanceof Ingress(String _, String _, String port, String _, boolean _)
                ? there.replace("443", port)
                : there;
    }

    /** The row whose answers are in the form of this request's. */
    private static Change like(Request request) {
        return Change.all()
                .filter(change -> change.request().getClass().equals(request.getClass()))
                .filter(change -> change.request().iamAction().equals(request.iamAction()))
                .filter(change -> form(change.request()).equals(form(request)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row is like " + request));
    }

    private static String form(Request request) {
        return switch (request) {
            case TargetGroupSetting setting -> setting.setting().name();
            case GroupSize size -> Boolean.toString(size.to().desired() == null);
            default -> "";
        };
    }

    private static String tags(Question question) {
        return question.filters().getOrDefault("resource-id", List.of()).stream()
                .map(id -> "<item><resourceId>" + id
                        + "</resourceId><key>ecs-medic:mode</key><value>approve</value></item>")
                .collect(Collectors.joining("", "<r><tagSet>", "</tagSet></r>"));
    }

    private synchronized String deployments() {
        boolean stop = requests.getFirst() instanceof DeploymentStop;
        String arn =
                stop ? ((DeploymentStop) requests.getFirst()).deployment() : ARN + "service-deployment/prod/api/d1";
        String status = stop ? done == 0 ? "IN_PROGRESS" : "ROLLBACK_SUCCESSFUL" : "SUCCESSFUL";
        return "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"" + arn + "\",\"status\":\"" + status
                + "\",\"targetServiceRevisionArn\":\"revision-7\",\"createdAt\":1795132800}]}";
    }

    private synchronized String service() {
        Map<String, String> members = new TreeMap<>(
                Map.of(
                        "serviceArn", "\"" + ARN + "service/prod/api\"",
                        "serviceName", "\"api\"",
                        "status", "\"ACTIVE\"",
                        "desiredCount", "2",
                        "runningCount", "2",
                        "pendingCount", "0",
                        "taskDefinition", "\"" + ARN + "task-definition/api:7\"",
                        "deploymentConfiguration", "{\"maximumPercent\":200,\"minimumHealthyPercent\":100}",
                        "tags",
                                "[{\"key\":\"ecs-medic:mode\",\"value\":\"approve\"},{\"key\":\"aws:cloudformation:stack-name\",\"value\":\"shop\"}]"));
        String deployment = "ecs-svc/1";
        if (requests.getFirst() instanceof ServiceUpdate update) {
            ServiceSetting now = done > 0 || update.from() == null ? update.to() : update.from();
            boolean deployed = update.to() instanceof NewDeployment || update.to() instanceof Definition;
            deployment = deployed && (done > 0 || undoing) ? "ecs-svc/2" : deployment;
            put(members, now);
        }
        members.put(
                "deployments",
                "[{\"id\":\"" + deployment
                        + "\",\"status\":\"PRIMARY\",\"rolloutState\":\"COMPLETED\",\"desiredCount\":2,\"runningCount\":2,\"pendingCount\":0,\"createdAt\":1795132800}]");
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{\"services\":[{", "}],\"failures\":[]}"));
    }

    private static void put(Map<String, String> members, ServiceSetting now) {
        switch (now) {
            case NewDeployment _ -> {}
            case Definition(String name) ->
                members.put("taskDefinition", "\"" + ARN + "task-definition/" + name + "\"");
            case GracePeriod(int seconds) -> members.put("healthCheckGracePeriodSeconds", Integer.toString(seconds));
            case DesiredCount(int tasks) -> {
                members.put("desiredCount", Integer.toString(tasks));
                members.put("runningCount", Integer.toString(Math.min(2, tasks)));
            }
            case Rollout(int most, int least, boolean breaker, boolean back) ->
                members.put(
                        "deploymentConfiguration",
                        "{\"maximumPercent\":" + most + ",\"minimumHealthyPercent\":" + least
                                + ",\"deploymentCircuitBreaker\":{\"enable\":" + breaker + ",\"rollback\":" + back
                                + "}}");
            case Strategy(List<Strategy.Share> shares) ->
                members.put(
                        "capacityProviderStrategy",
                        shares.stream()
                                .flatMap(share -> Stream.of("{\"capacityProvider\":\"" + share.provider()
                                        + "\",\"weight\":" + share.weight() + ",\"base\":" + share.base() + "}"))
                                .collect(Collectors.joining(",", "[", "]")));
        }
    }
}
