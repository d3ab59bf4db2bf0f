package io.github.ecsmedic.cli;

import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.MemoryAuditLog;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.PassingLedger;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An account in which each request gives its value the content that it should; its table outlives a command. */
final class FakeMeans implements Means, Outlook, Hand {
    static final Instant NOW = Instant.parse("2026-11-20T03:12:00Z");
    static final String ALICE = "arn:aws:iam::111122223333:user/alice";
    static final String BOB = "arn:aws:iam::111122223333:user/bob";
    static final String TABLE = "medic-table";

    final List<Request> sent = new ArrayList<>();
    AuditLog audit = new MemoryAuditLog();
    final MemoryLedger memory = new MemoryLedger();
    Answer<String> caller = known(ALICE);
    Answer<Mode> cap = known(Mode.APPROVE);
    boolean frozen;
    Map<String, String> tags = Map.of(OptIn.MODE_TAG, "approve");
    List<Listed> deployments = List.of();
    Sent answer = new Sent.Done("");
    Instant now = NOW;
    Runnable sending = () -> {};
    String tableFault = "";

    private final Map<Request, String> values = new HashMap<>();

    static <T> Answer<T> known(T value) {
        return new Answer.Known<>(value, "a read");
    }

    @Override
    public Answer<String> caller(String region) {
        return caller;
    }

    @Override
    public Ledger ledger(String region, String table) {
        return new PassingLedger(memory) {
            @Override
            protected Ledger next() {
                if (!tableFault.isEmpty()) {
                    throw new LedgerException(tableFault);
                }
                return super.next();
            }
        };
    }

    @Override
    public Outlook outlook(String region, List<String> calendars) {
        return this;
    }

    @Override
    public Hand hand(String account, String region) {
        return this;
    }

    @Override
    public AuditLog audit(String region, String group) {
        return audit;
    }

    @Override
    public Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    @Override
    public Answer<Mode> cap() {
        return cap;
    }

    @Override
    public Answer<Boolean> freezes() {
        return known(frozen);
    }

    @Override
    public Live live(Plan plan) {
        Map<Request, Answer<String>> seen = new HashMap<>();
        plan.requests().forEach(r -> seen.put(r, value(r)));
        Service service = FakeAccount.service(FakeAccount.deployment(false));
        return new Live(
                known(List.of(tags)),
                known(Optional.of(service)),
                known(deployments),
                known(false),
                known(Set.of()),
                seen);
    }

    @Override
    public Answer<String> value(Request request) {
        return known(values.getOrDefault(request, request.before().isEmpty() ? "false" : request.before()));
    }

    @Override
    public Sent send(Request request) {
        sent.add(request);
        sending.run();
        if (answer instanceof Sent.Done) {
            values.put(request, request.after());
            request.inverse().ifPresent(back -> values.put(back, request.after()));
        }
        return answer;
    }

    /** Somebody else does. */
    void set(Request request, String value) {
        values.put(request, value);
    }

    void deploys() {
        deployments = List.of(new Listed(
                "arn:aws:ecs:us-east-1:111122223333:service-deployment/prod/api/2",
                "IN_PROGRESS",
                "revision-2",
                now.minus(Duration.ofMinutes(2))));
    }
}
