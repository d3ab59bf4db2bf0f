package io.github.ecsmedic.aws;

import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.model.Arn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the functions and the shell need of AWS beside a diagnosis, at the end of one {@link Line}. */
public final class Aws {
    private final Clients clients;
    private final Supplier<Clients> changing;

    private Aws(Clients clients, Supplier<Clients> changing) {
        this.clients = clients;
        this.changing = changing;
    }

    /** With the credentials of the process. */
    public static Aws in(String region) {
        return new Aws(Clients.in(region), () -> OneShot.in(region));
    }

    /** At the end of that one. */
    public static Aws at(Line line) {
        Clients clients = new Clients(line.region(), line::wiring);
        return new Aws(clients, () -> clients);
    }

    /** Builds the clients that the other one needed, ahead of their first use; sends nothing. */
    public void prepare(Aws other) {
        clients.prepare(other.clients);
    }

    /** The table of that name. */
    public Table table(String name) {
        return new Table(name, clients.dynamo());
    }

    /** Our own account and those of the members. */
    public MemberAccounts accounts(Members members, Clock clock) {
        return new MemberAccounts(clients.at(members.home().region()), members, clock);
    }

    /**
     * Publishes one message; attributes without a value are left out, one that is a list of texts in JSON is one for SNS.
     *
     * @param message a JSON object with one text for each protocol, {@code default} among them
     *
     * @throws CallFailed when SNS did not accept it
     */
    public void publish(String topicArn, String subject, String message, Map<String, String> attributes) {
        String region = Arn.parse(topicArn)
                .map(Arn::region)
                .filter(found -> !found.isEmpty())
                .orElseThrow(() -> new CallFailed("cannot publish: '" + topicArn + "' is no ARN of a topic"));
        SnsTopic.publish(clients.at(region), topicArn, subject, message, attributes);
    }

    /**
     * Puts one event on the default bus.
     *
     * @throws CallFailed when the bus did not take it, also where the answer as a whole is a success
     */
    public void put(String detailType, String detail) {
        EventBus.put(clients, detailType, detail);
    }

    /** Changes that account alone; requests go to the region that each names. */
    public Hand hand(String account) {
        return new SdkHand(account, clients, changing.get());
    }

    /**
     * The second place of the audit.
     *
     * @param group its log group; with {@code ""} nothing can be appended, so that nothing is changed
     * @param worker whose streams nobody else appends to
     */
    public AuditLog audit(String group, String worker) {
        return group.isEmpty() ? AuditLog.NONE : new SdkAuditLog(clients.logs(), group, worker, Clock.systemUTC());
    }

    /**
     * The kill switch and the change calendars are those of the region.
     *
     * @param calendars names or ARNs of change calendars of Systems Manager; none where nothing is ever frozen
     */
    public Outlook outlook(List<String> calendars) {
        return new SdkOutlook(clients, calendars);
    }
}
