package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Balancers;
import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Changes;
import io.github.ecsmedic.account.Clusters;
import io.github.ecsmedic.account.Deployments;
import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.LogGroups;
import io.github.ecsmedic.account.Logs;
import io.github.ecsmedic.account.Metrics;
import io.github.ecsmedic.account.Names;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.Occupants;
import io.github.ecsmedic.account.Roles;
import io.github.ecsmedic.account.Running;
import io.github.ecsmedic.account.Storage;
import io.github.ecsmedic.account.Vault;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The account of one diagnosis, read through the SDK. */
final class SdkAccount implements Account {
    private final Reads reads;
    private final Workloads workloads;
    private final Deployments deployments;
    private final Networks networks;
    private final Names names;
    private final Roles roles;
    private final Logs logs;
    private final Changes changes;
    private final Balancers balancers;
    private final Running running;
    private final Clusters clusters;
    private final Images images;
    private final Capacity capacity;
    private final Storage storage;
    private final Vault vault;
    private final Keys keys;
    private final LogGroups logGroups;
    private final Occupants occupants;
    private final Metrics metrics;

    /** Of whichever account the credentials are. */
    SdkAccount(Clients clients, Duration budget) {
        this(clients, budget, SharedFacts.NONE);
    }

    /** The same for one of several diagnoses. */
    SdkAccount(Clients clients, Duration budget, SharedFacts shared) {
        this(clients, new Reads(budget, shared));
    }

    /** Of that account alone: what credentials of another one read is unknown. */
    static SdkAccount of(String account, Clients clients, Duration budget) {
        return new SdkAccount(clients, Caller.reads(account, clients, budget));
    }

    /** Of the member whose role it is; without the role every read is unknown. */
    static SdkAccount behind(MemberRole role, Clients clients, Duration budget, SharedFacts shared) {
        Reads reads = new Reads(budget, shared);
        reads.behind(MemberRole.OPERATION, role::assume, role::told);
        return new SdkAccount(clients, reads);
    }

    /** Of none: every read is unknown for that reason. */
    static SdkAccount shut(Clients clients, Duration budget, String why) {
        Reads reads = new Reads(budget);
        reads.behind(
                MemberRole.OPERATION,
                () -> {
                    throw new NoAnswer("no member", MemberRole.OPERATION, "");
                },
                _ -> why);
        return new SdkAccount(clients, reads);
    }

    private SdkAccount(Clients clients, Reads own) {
        reads = own;
        workloads = new SdkWorkloads(clients, reads);
        deployments = new SdkDeployments(clients, reads);
        networks = new SdkNetworks(clients, reads);
        names = new SdkNames(clients, reads, networks);
        roles = new SdkRoles(clients, reads);
        logs = new SdkLogs(clients, reads);
        changes = new SdkChanges(clients, reads);
        balancers = new SdkBalancers(clients, reads);
        running = new SdkRunning(clients, reads);
        clusters = new SdkClusters(clients, reads);
        images = new SdkImages(clients, reads);
        capacity = new SdkCapacity(clients, reads);
        storage = new SdkStorage(clients, reads);
        vault = new SdkVault(clients, reads);
        keys = new SdkKeys(clients, reads);
        logGroups = new SdkLogGroups(clients, reads);
        occupants = new SdkOccupants(clients, reads);
        metrics = new SdkMetrics(clients, reads);
    }

    @Override
    public Workloads workloads() {
        return workloads;
    }

    @Override
    public Deployments deployments() {
        return deployments;
    }

    @Override
    public Networks networks() {
        return networks;
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public Roles roles() {
        return roles;
    }

    @Override
    public Logs logs() {
        return logs;
    }

    @Override
    public Changes changes() {
        return changes;
    }

    @Override
    public void settled() {
        reads.settled();
    }

    @Override
    public Balancers balancers() {
        return balancers;
    }

    @Override
    public Clusters clusters() {
        return clusters;
    }

    @Override
    public Running running() {
        return running;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Capacity capacity() {
        return capacity;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public LogGroups logGroups() {
        return logGroups;
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public Occupants occupants() {
        return occupants;
    }

    @Override
    public Diagnosis.Cost cost() {
        return reads.cost();
    }

    @Override
    public List<Answer.Unknown<?>> unread() {
        return reads.unread();
    }

    @Override
    public Optional<String> barred() {
        return reads.barred();
    }

    @Override
    public boolean answered() {
        return reads.answered();
    }
}
