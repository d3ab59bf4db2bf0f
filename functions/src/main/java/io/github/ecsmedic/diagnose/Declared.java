package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.Reach;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.ManagedBy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who declares what a fix changes, a stack or Terraform: whoever mends it by hand has to know. What cannot be read says
 * nothing.
 */
record Declared(Subject subject, Account account) {
    /** Of the first of the steps whose object is declared somewhere. */
    Optional<ManagedBy> of(List<Step> steps) {
        return steps.stream().flatMap(step -> of(step).stream()).findFirst();
    }

    private Optional<ManagedBy> of(Step step) {
        boolean ofService = !subject.service().isEmpty()
                && switch (step) {
                    case ServiceUpdate update -> !(update.to() instanceof NewDeployment);
                    case DeploymentStop _ -> true;
                    case Step.ByHand hand -> hand.iamAction().equals("ecs:UpdateService");
                    case Request _ -> false;
                };
        return (ofService ? tagsOfService() : tagsOfShared(step))
                .flatMap(tags -> ManagedBy.of(tags).stream())
                .findFirst();
    }

    private Stream<Map<String, String>> tagsOfService() {
        return account.workloads().service(subject.cluster(), subject.service())
                        instanceof Answer.Known<Optional<Service>>(Optional<Service> found, String ignored)
                ? found.stream().map(Service::tags)
                : Stream.empty();
    }

    private Stream<Map<String, String>> tagsOfShared(Step step) {
        List<String> ids =
                step instanceof Request request ? Reach.shared(request).toList() : List.of();
        return !ids.isEmpty()
                        && account.networks().tags(ids)
                                instanceof Answer.Known<Map<String, Map<String, String>>>(var byId, String ignored)
                ? ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id)))
                : Stream.empty();
    }
}
