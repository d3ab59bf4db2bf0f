package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Deployments;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.installation.Names;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Subject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The world before a change, through the SDK. Each call begins with no memory of another. */
final class SdkOutlook implements Outlook {
    static final String SWITCH = Names.SWITCH;

    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final String PARAMETER = "ssm:GetParameter";
    private static final String CALENDAR = "ssm:GetCalendarState";

    private final Clients home;
    private final List<String> calendars;

    /**
     * @param home where the kill switch and the calendars are
     * @param calendars names or ARNs of the change calendars of Systems Manager; none means that nothing is ever frozen
     */
    SdkOutlook(Clients home, List<String> calendars) {
        this.home = home;
        this.calendars = List.copyOf(calendars);
    }

    /** A word that is no mode caps as if there were none. */
    @Override
    public Answer<Mode> cap() {
        Reads reads = new Reads(BUDGET);
        return reads.ask(
                SWITCH,
                PARAMETER,
                () -> reads.sendUnless(
                                "ParameterNotFound",
                                PARAMETER,
                                () -> home.parameters().getParameter(r -> r.name(SWITCH)))
                        .map(answer ->
                                needed(needed(answer.parameter(), PARAMETER).value(), PARAMETER))
                        .flatMap(word -> Mode.of(word.strip()))
                        .orElse(Mode.NOTIFY));
    }

    @Override
    public Answer<Boolean> freezes() {
        if (calendars.isEmpty()) {
            return new Answer.Known<>(false, "settings");
        }
        Reads reads = new Reads(BUDGET);
        return reads.ask(
                "calendars",
                CALENDAR,
                () -> closed(text(reads.send(
                                CALENDAR, () -> home.parameters().getCalendarState(r -> r.calendarNames(calendars)))
                        .stateAsString())));
    }

    private static boolean closed(String state) {
        return switch (state) {
            case "OPEN" -> false;
            case "CLOSED" -> true;
            default -> throw NoAnswer.empty(CALENDAR);
        };
    }

    @Override
    public Snapshot.Live live(Plan plan) {
        Subject subject = plan.subject();
        Clients clients = home.at(subject.region());
        Reads reads = Caller.reads(subject.account(), clients, BUDGET);
        Owners owners = new Owners(clients, reads);
        Values values = new Values(clients, reads);
        var service = begin(reads, "service", Described.SERVICES, () -> service(subject, clients, reads));
        var deployments = begin(reads, "deployments", SdkDeployments.LIST, () -> deployments(subject, clients, reads));
        var tags = begin(reads, "tags", Owners.TAGS, () -> owners.tags(plan));
        var stack = begin(reads, "stack", Owners.STACKS, () -> owners.stackChanges(plan));
        var touched = begin(reads, "touched", Touched.READS, () -> new Touched(clients, reads).by(plan));
        Map<Request, Reads.Pending<String>> pending = new LinkedHashMap<>();
        plan.requests().forEach(request -> pending.put(request, values.of(request)));
        Map<Request, Answer<String>> seen = new HashMap<>();
        pending.forEach((request, value) -> seen.put(request, value.answer()));
        return new Snapshot.Live(
                tags.answer(), service.answer(), deployments.answer(), stack.answer(), touched.answer(), seen);
    }

    private static <T> Reads.Pending<T> begin(Reads reads, String what, String operation, Supplier<T> read) {
        return reads.start("live " + what, operation, read);
    }

    private static Optional<Service> service(Subject subject, Clients clients, Reads reads) {
        return subject.service().isEmpty()
                ? Optional.empty()
                : Given.value(new SdkWorkloads(clients, reads).service(subject.cluster(), subject.service()));
    }

    private static List<Deployments.Listed> deployments(Subject subject, Clients clients, Reads reads) {
        return subject.service().isEmpty()
                ? List.of()
                : Given.value(new SdkDeployments(clients, reads).deployments(subject.cluster(), subject.service()));
    }
}
