package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Recognition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves the alert class that a label leaves open; every other class stands as it is. */
final class Alerts {
    private Alerts() {}

    /**
     * A failed start, a health check that stopped a task and a service's task that ended by itself are failures; a
     * one-off task that ended well is benign; a host's end, a transient interface time-out and a message without a
     * stopped task are expected as long as the service has all the tasks that it wants.
     */
    static AlertClass resolve(Recognition seen, @Nullable Task task, Subject subject, Account account) {
        AlertClass told = ofMessage(seen, task);
        if (told != AlertClass.JUDGE) {
            return told;
        }
        return belowDesired(subject, account) ? AlertClass.FAILURE : AlertClass.EXPECTED;
    }

    /** The same as far as the message tells; {@link AlertClass#JUDGE} where the service's strength decides. */
    static AlertClass ofMessage(Recognition seen, @Nullable Task task) {
        if (seen.alert() != AlertClass.JUDGE || task == null) {
            return seen.alert();
        }
        if (seen.label().equals("app.exit_zero") && task.service().isEmpty()) {
            return AlertClass.BENIGN;
        }
        boolean passesByItself = seen.family().equals("host") || seen.label().equals("network.eni_provisioning");
        return task.lastStatus().equals("STOPPED") && !passesByItself ? AlertClass.FAILURE : AlertClass.JUDGE;
    }

    /** Not known counts as "no": the message still says what was not read. */
    private static boolean belowDesired(Subject subject, Account account) {
        return !subject.service().isEmpty()
                && account.workloads().service(subject.cluster(), subject.service())
                        instanceof Answer.Known<Optional<Service>>(Optional<Service> service, String ignored)
                && service.map(s -> s.running() < s.desired()).orElse(false);
    }
}
