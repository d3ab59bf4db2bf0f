package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Attachment;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import io.github.ecsmedic.signature.Recognition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A failed task of the service {@code api} on Fargate, as a test describes it, and the inquiry about it. */
public final class Failure {
    public static final String TASK = "arn:aws:ecs:us-east-1:111122223333:task/prod/0123456789abcdef0123456789abcdef";
    public static final String STREAM = "ecs/app/0123456789abcdef0123456789abcdef";
    public static final String ECR_IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/team/api:7";

    private final String label;
    private final Map<Fact, String> facts = new TreeMap<>();
    private final List<Container> containers = new ArrayList<>();
    private String image = ECR_IMAGE;
    private String digest = "";
    private String stopCode = "TaskFailedToStart";
    private String stoppedReason = "";
    private String group = "service:api";
    private String startedBy = FakeAccount.DEPLOYMENT;
    private String launchType = "FARGATE";
    private String instance = "";
    private String subnet = FakeAccount.SUBNET;
    private String networkInterface = "";
    private Timeline times = Timeline.NONE;
    private String definition = "api:42";
    private boolean withTask = true;

    private Failure(String label) {
        this.label = label;
    }

    public static Failure of(String label) {
        return new Failure(label);
    }

    /** The login to ECR timed out at this address. */
    public static Failure login(String address) {
        return of("registry_auth.network_timeout")
                .fact(Fact.PHASE, "registry-auth")
                .fact(Fact.HOST, "api.ecr.us-east-1.amazonaws.com")
                .fact(Fact.ADDRESS, address);
    }

    /** The layers of an ECR image timed out at this address, under the registry's name. */
    public static Failure layers(String address) {
        return of("image_pull.network_timeout")
                .fact(Fact.PHASE, "layers")
                .fact(Fact.IMAGE, ECR_IMAGE)
                .fact(Fact.HOST, "111122223333.dkr.ecr.us-east-1.amazonaws.com")
                .fact(Fact.ADDRESS, address);
    }

    /** Docker Hub refused with its limit. */
    public static Failure dockerHubLimit() {
        return of("image_pull.dockerhub_rate_limit")
                .image("nginx:1.27")
                .fact(Fact.HOST, "registry-1.docker.io")
                .fact(Fact.STATUS_CODE, "429");
    }

    /** The container {@code app} ended by itself. */
    public static Failure exit(int code) {
        return of(code == 0 ? "app.exit_zero" : "app.exit_nonzero")
                .stopCode("EssentialContainerExited")
                .container("app", code, "");
    }

    public Failure fact(Fact fact, String value) {
        facts.put(fact, value);
        return this;
    }

    public Failure image(String reference) {
        image = reference;
        return fact(Fact.IMAGE, reference);
    }

    /** ECS resolved the tag to this digest; to be said before the container. */
    public Failure resolvedTo(String sha) {
        digest = sha;
        return this;
    }

    public Failure stopCode(String code) {
        stopCode = code;
        return this;
    }

    public Failure reason(String text) {
        stoppedReason = text;
        return this;
    }

    public Failure container(String name, @Nullable Integer exitCode, String reason) {
        containers.add(new Container(name, image, digest, "runtime-" + name, "STOPPED", exitCode, reason));
        return this;
    }

    /** Started by hand, for no service. */
    public Failure oneOff() {
        group = "family:api";
        startedBy = "someone";
        return this;
    }

    public Failure startedBy(String deployment) {
        startedBy = deployment;
        return this;
    }

    /** Of this {@code family:revision}. */
    public Failure definition(String name) {
        definition = name;
        return this;
    }

    public Failure onInstance() {
        launchType = "EC2";
        instance = "arn:aws:ecs:us-east-1:111122223333:container-instance/prod/0aa1";
        return this;
    }

    /** Created then, so that the request which started it can be looked for. */
    public Failure created(Instant at) {
        times = new Timeline(at, null, null, null, null, null, null);
        return this;
    }

    /** Its network interface was still there when the event was sent. */
    public Failure attached(String id) {
        networkInterface = id;
        return this;
    }

    public Failure subnet(String id) {
        subnet = id;
        return this;
    }

    public Failure stopping(Instant stoppingAt, Instant ended) {
        times = new Timeline(null, null, null, null, stoppingAt, ended, null);
        return this;
    }

    public Failure stoppedAt(Instant stoppedAt) {
        times = new Timeline(null, null, null, null, null, null, stoppedAt);
        return this;
    }

    /** It started as the first line was logged, and was told to stop that many seconds later. */
    public Failure lived(int seconds) {
        Instant start = Instant.parse("2026-11-20T03:00:00Z");
        times = new Timeline(start, null, null, start, start.plusSeconds(seconds), null, null);
        return this;
    }

    public Failure withoutTask() {
        withTask = false;
        return this;
    }

    /** The inquiry about it in this account. */
    public Inquiry in(Account account) {
        if (containers.isEmpty()) {
            container("app", null, "");
        }
        String service = group.startsWith("service:") ? "api" : "";
        Subject subject =
                new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", service, withTask ? TASK : "", definition);
        Recognition seen = new Recognition(label, AlertClass.FAILURE, new Facts(facts), false);
        return new Inquiry(
                subject,
                withTask ? task() : null,
                withTask ? containers.getFirst().name() : "",
                seen,
                account);
    }

    /** The failed task itself. */
    public Task task() {
        List<Attachment> attachments = subnet.isEmpty()
                ? List.of()
                : List.of(new Attachment(
                        "a1",
                        "eni",
                        networkInterface.isEmpty() ? "DELETED" : "ATTACHED",
                        Map.of(
                                "subnetId",
                                subnet,
                                "privateIPv4Address",
                                "10.0.0.77",
                                "networkInterfaceId",
                                networkInterface)));
        return new Task(
                TASK,
                "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                "arn:aws:ecs:us-east-1:111122223333:task-definition/" + definition,
                3,
                "STOPPED",
                "STOPPED",
                stopCode,
                stoppedReason,
                group,
                startedBy,
                launchType,
                "",
                instance,
                "us-east-1a",
                launchType.equals("FARGATE") ? "1.4.0" : "",
                "x86_64",
                256,
                512,
                times,
                containers,
                attachments);
    }
}
