package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.model.Place;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Opens the account in which something happened, in its region: our own with our own credentials, a member with the role
 * that it has for us. Nothing of any other account is read.
 */
public final class MemberAccounts {
    private final Clients home;
    private final Members members;
    private final Clock clock;
    private final Map<String, Clients> clients = new ConcurrentHashMap<>();
    private final Map<String, MemberRole> roles = new ConcurrentHashMap<>();

    public MemberAccounts(Members members, Clock clock) {
        this(Clients.in(members.home().region()), members, clock);
    }

    MemberAccounts(Clients home, Members members, Clock clock) {
        this.home = home;
        this.members = members;
        this.clock = clock;
    }

    /** What has not answered when the budget is over is unknown. Nothing is asked before the first read. */
    public Account open(Place place, Duration budget) {
        return open(place, budget, _ -> SharedFacts.NONE);
    }

    /**
     * Opens accounts for the diagnoses of one batch, all of whose failures have happened: facts of the network that one
     * has read serve the others for a minute, within an account, a region and the credentials that read them.
     */
    public BiFunction<Place, Duration, Account> together() {
        Map<Clients, SharedFacts> shared = new ConcurrentHashMap<>();
        return (place, budget) -> open(place, budget, by -> shared.computeIfAbsent(by, _ -> new SharedFacts(clock)));
    }

    private Account open(Place place, Duration budget, Function<Clients, SharedFacts> shared) {
        String account = place.account();
        Clients own = home.at(place.region());
        if (account.isEmpty() || account.equals(members.home().account())) {
            return new SdkAccount(own, budget, shared.apply(own));
        }
        if (!members.has(account)) {
            return SdkAccount.shut(own, budget, "could not read account " + account + ": it is no member");
        }
        MemberRole role = roles.computeIfAbsent(account, a -> new MemberRole(home, members, a, clock));
        Clients theirs = clients.computeIfAbsent(account, _ -> home.as(role)).at(place.region());
        return SdkAccount.behind(role, theirs, budget, shared.apply(theirs));
    }
}
