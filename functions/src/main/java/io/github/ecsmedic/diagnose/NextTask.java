package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.model.Attachment;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.util.List;
import java.util.Map;

/**
 * The task that a service would start next, in one place.
 *
 * @param place the subnet, or the instance on which such a task runs now
 */
record NextTask(String place, Task task) {
    /** On Fargate, with a network interface in the subnet. */
    static NextTask in(String subnet, Service service, Deployment deployment, TaskDefinition definition) {
        Attachment own = new Attachment("", "eni", "PRECREATED", Map.of("subnetId", subnet));
        return new NextTask(
                subnet,
                task(
                        service,
                        deployment,
                        definition,
                        new On("FARGATE", service.compute().platformVersion(), ""),
                        List.of(own)));
    }

    /** On the container instance of a task that runs now; the instance pulls, logs and fetches secrets. */
    static NextTask beside(Task running, Service service, Deployment deployment, TaskDefinition definition) {
        String instance = running.containerInstanceArn();
        return new NextTask(
                instance.substring(instance.lastIndexOf('/') + 1),
                task(service, deployment, definition, new On("EC2", "", instance), List.of()));
    }

    private record On(String launchType, String platformVersion, String instance) {}

    private static Task task(
            Service service, Deployment deployment, TaskDefinition definition, On on, List<Attachment> attachments) {
        return new Task(
                "",
                service.clusterArn(),
                definition.arn(),
                0,
                "PROVISIONING",
                "RUNNING",
                "",
                "",
                "service:" + service.name(),
                deployment.id(),
                on.launchType(),
                "",
                on.instance(),
                "",
                on.platformVersion(),
                definition.cpuArchitecture(),
                definition.cpu(),
                definition.memory(),
                Timeline.NONE,
                definition.containers().stream()
                        .map(c -> new Container(c.name(), c.image(), "", "", "PENDING", null, ""))
                        .toList(),
                attachments);
    }
}
