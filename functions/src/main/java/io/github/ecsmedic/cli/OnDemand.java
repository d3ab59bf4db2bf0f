package io.github.ecsmedic.cli;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.diagnose.Diagnoser;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A task or service that is looked up in the account, because there is no event. */
record OnDemand(Cloud cloud, Account account, String region, String cluster, String task, String service) {
    private static final String FORGOTTEN =
            "ECS forgets a stopped task after an hour: give its event with --event FILE";

    /** Opens the account in the region that an ARN names, else in the one that was asked for, else in the shell's. */
    static OnDemand open(Request.OnDemand asked, Cloud cloud, Duration timeout) {
        String region = Stream.of(asked.cluster(), asked.task(), asked.service())
                .flatMap(text -> Arn.parse(text).stream())
                .map(Arn::region)
                .filter(named -> !named.isEmpty())
                .findFirst()
                .or(() -> Optional.of(asked.region()).filter(named -> !named.isEmpty()))
                .orElseGet(cloud::region);
        if (region.isEmpty()) {
            throw Mistake.usage("no region is known: give --region, or set AWS_REGION");
        }
        String account = Stream.of(asked.cluster(), asked.task(), asked.service())
                .map(OnDemand::accountId)
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse("");
        return new OnDemand(
                cloud,
                cloud.open(region, timeout, account),
                region,
                Arn.lastPart(asked.cluster()),
                asked.task(),
                Arn.lastPart(asked.service()));
    }

    /**
     * Looks it up and diagnoses it.
     *
     * @throws Mistake when it is not there or cannot be read
     */
    Outcome diagnose(Diagnoser diagnoser) {
        return task.isEmpty() ? ofService(diagnoser) : ofTask(diagnoser);
    }

    private Outcome ofTask(Diagnoser diagnoser) {
        Task found = known(account.workloads().task(cluster, task))
                .orElseThrow(() -> Mistake.usage(
                        "cluster " + cluster + " in " + region + " has no task " + task + "; " + FORGOTTEN));
        boolean stopped =
                found.lastStatus().equals("STOPPED") || !found.stopCode().isEmpty();
        return stopped
                ? diagnoser.diagnose(subject(found), found, account)
                : new Outcome.Ignored("the task has not stopped, it is " + found.lastStatus());
    }

    private Outcome ofService(Diagnoser diagnoser) {
        Service found = known(account.workloads().service(cluster, service)).orElseThrow(this::noService);
        Subject subject = new Subject(accountId(found.arn()), region, cluster, found.name(), "", "");
        Outcome outcome = known(diagnoser.diagnose(subject, found, account));
        if (outcome instanceof Outcome.Ignored && found.running() < found.desired()) {
            throw Mistake.usage("service " + found.name() + " runs " + found.running() + " of " + found.desired()
                    + " tasks, but ECS knows no failed task of it and its newest message names no failure; "
                    + FORGOTTEN);
        }
        return outcome;
    }

    Mistake noService() {
        return Mistake.usage("cluster " + cluster + " in " + region + " has no service " + service
                + "; see: aws ecs list-services --cluster " + cluster + " --region " + region);
    }

    private Subject subject(Task found) {
        return new Subject(
                accountId(found.arn()), region, found.cluster(), found.service(), found.arn(), found.taskDefinition());
    }

    private static String accountId(String arn) {
        return Arn.parse(arn).map(Arn::account).orElse("");
    }

    private <T> T known(Answer<T> answer) {
        return switch (answer) {
            case Answer.Known<T>(T value, String source) -> value;
            case Answer.Unknown<T> unknown -> throw mistake(unknown);
        };
    }

    /** What can be mended where nothing was read. */
    Mistake mistake(Answer.Unknown<?> unknown) {
        return switch (unknown.fault()) {
            case "ClusterNotFoundException" ->
                Mistake.usage("there is no cluster " + cluster + " in " + region
                        + "; see: aws ecs list-clusters --region " + region);
            case "ServiceNotFoundException" -> Mistake.usage("cluster " + cluster + " has no service " + service);
            default -> {
                String obstacle = cloud.obstacle(region);
                yield Mistake.account(
                        obstacle.isEmpty()
                                ? "the account could not be read in " + region + ": " + unknown.why()
                                : obstacle);
            }
        };
    }
}
