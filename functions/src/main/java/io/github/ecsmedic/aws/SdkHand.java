package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.EndpointPrivateDns;
import io.github.ecsmedic.fix.EndpointRoute;
import io.github.ecsmedic.fix.GroupSize;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.InstanceState;
import io.github.ecsmedic.fix.InstanceTermination;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.MountTarget;
import io.github.ecsmedic.fix.PullThroughRule;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.SecretRestore;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

/** Changes one account through the SDK. What is read of a value is read anew each time. */
final class SdkHand implements Hand {
    private static final Duration BUDGET = Duration.ofSeconds(10);

    private final String account;
    private final Clients reading;
    private final Clients changing;

    /** {@code changing} are clients of {@link OneShot}. */
    SdkHand(String account, Clients reading, Clients changing) {
        this.account = account;
        this.reading = reading;
        this.changing = changing;
    }

    @Override
    public Answer<String> value(Request request) {
        Reads reads = Caller.reads(account, reading, BUDGET);
        return new Values(reading.at(request.region()), reads).of(request).answer();
    }

    /** Nothing is sent with credentials that are not surely the account's. */
    @Override
    public Sent send(Request request) {
        String foreign = new Caller(reading, new Reads(BUDGET)).doubt(account);
        return foreign.isEmpty()
                ? OneShot.of(request.iamAction(), () -> sent(request, changing.at(request.region())))
                : new Sent.Refused(foreign, false);
    }

    private Sent sent(Request request, Clients clients) {
        ServiceChanges services = new ServiceChanges(clients);
        NetworkChanges networks = new NetworkChanges(clients);
        ObjectChanges objects = new ObjectChanges(clients);
        return switch (request) {
            case ServiceUpdate update -> services.send(update);
            case DeploymentStop stop -> services.send(stop);
            case InstanceState state -> services.send(state);
            case TaskProtection protection -> services.send(protection);
            case TaskRerun rerun -> again(rerun, services);
            case TaskStop stop -> services.send(stop);
            case EndpointPrivateDns names -> networks.send(names);
            case EndpointRoute route -> networks.send(route);
            case Ingress ingress -> networks.send(ingress);
            case VpcAttribute attribute -> networks.send(attribute);
            case GroupSize size -> objects.send(size);
            case InstanceTermination end -> objects.send(end);
            case LogGroup group -> objects.send(group);
            case MountTarget mount -> objects.send(mount);
            case PullThroughRule rule -> objects.send(rule);
            case SecretRestore secret -> objects.send(secret);
            case TargetGroupSetting setting -> objects.send(setting);
        };
    }

    private Sent again(TaskRerun rerun, ServiceChanges services) {
        Reads reads = Caller.reads(account, reading, BUDGET);
        return switch (new TaskCopy(reading.at(rerun.region()), reads).of(rerun)) {
            case Answer.Known<RunTaskRequest>(RunTaskRequest copy, String _) -> services.send(copy);
            case Answer.Unknown<RunTaskRequest> unknown ->
                new Sent.Refused("how it was started could not be read (" + unknown.why() + ")", false);
        };
    }
}
