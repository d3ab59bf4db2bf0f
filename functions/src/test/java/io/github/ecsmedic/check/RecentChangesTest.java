package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Changes.Made;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis.Change;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private static final Instant FAILED = Instant.parse("2026-11-20T03:10:00Z");

    private static CheckResult of(FakeAccount account, @Nullable Instant failedAt, String... kinds) {
        Resources resources = Resources.of("vpc", VPC, "subnet", "subnet-1", "route-table", TABLE);
        return new RecentChanges(
                        new Cause("net.a", Certainty.PROVEN, "it", resources, List.of()),
                        List.of(kinds),
                        false,
                        failedAt)
                .run(Failure.login(FakeAccount.OTHER_ADDRESS).in(account));
    }

    private static Made made(String id, int minutesBefore) {
        return new Made(id, FAILED.minusSeconds(60L * minutesBefore), "someone", "Change" + id);
    }

    private static Passed shown(List<String> unread, Change... changes) {
        return new Passed(
                Resources.NONE, List.of(), List.of(new Exhibit.Changes(List.of(changes)), new Exhibit.Unread(unread)));
    }

    private static Change change(int minutesBefore, String id, String object) {
        return new Change(FAILED.minusSeconds(60L * minutesBefore), "someone", "Change" + id, object);
    }

    @Test
    void changes_ofSeveralObjects_areShownOnceNewestFirst() {
        FakeAccount account =
                small().changed(TABLE, made("a", 9), made("b", 20)).changed(VPC, made("c", 5), made("b", 20));

        assertThat(of(account, FAILED, "route-table", "vpc"))
                .isEqualTo(shown(List.of(), change(5, "c", VPC), change(9, "a", TABLE), change(20, "b", TABLE)));
    }

    @Test
    void changes_moreThanFive_areCutToTheNewest() {
        FakeAccount account = small().changed(
                        TABLE,
                        IntStream.range(1, 9).mapToObj(i -> made("e" + i, i)).toArray(Made[]::new));

        assertThat(of(account, FAILED, "route-table"))
                .isEqualTo(shown(
                        List.of(),
                        IntStream.range(1, 6)
                                .mapToObj(i -> change(i, "e" + i, TABLE))
                                .toArray(Change[]::new)));
    }

    private static CheckResult deployed(FakeAccount account) {
        return new RecentChanges(
                        new Cause("d.a", Certainty.PROVEN, "it", Resources.NONE, List.of()), List.of(), true, FAILED)
                .run(Failure.exit(1).in(account));
    }

    @Test
    void service_thatWasDeployed_isShownWithWhoDidIt() {
        assertThat(deployed(small().changed("api", made("a", 9)))).isEqualTo(shown(List.of(), change(9, "a", "api")));
    }

    @Test
    void service_withoutARequest_isNotSaidToBeUnchanged() {
        assertThat(deployed(small()))
                .isEqualTo(shown(List.of("CloudTrail shows no request that deployed api in the day before; it shows one"
                        + " some minutes after it was made: cloudtrail:LookupEvents")));
    }

    @Test
    void objects_moreThanTwo_areNotLookedUp() {
        FakeAccount account = small();

        of(account, FAILED, "route-table", "subnet", "vpc");

        assertThat(account.asked()).containsExactly("cloudtrail:LookupEvents", "cloudtrail:LookupEvents");
    }

    @Test
    void permission_missing_isToldAndNothingMore() {
        assertThat(of(small().unknown("cloudtrail:LookupEvents", "AccessDenied"), FAILED, "route-table", "vpc"))
                .isEqualTo(shown(List.of("AccessDenied: cloudtrail:LookupEvents")));
    }

    @Test
    void time_unknown_isInconclusiveWithoutACall() {
        FakeAccount account = small();

        assertThat(of(account, null, "route-table")).isInstanceOf(Inconclusive.class);
        assertThat(account.asked()).isEmpty();
    }

    @Test
    void object_none_asksNothing() {
        FakeAccount account = small();

        assertThat(of(account, FAILED, "nat-gateway")).isInstanceOf(NotApplicable.class);
        assertThat(account.asked()).isEmpty();
    }
}
