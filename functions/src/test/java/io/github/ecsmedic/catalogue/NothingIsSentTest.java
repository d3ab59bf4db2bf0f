package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.MendOnTheWire;
import io.github.ecsmedic.aws.WireFault;
import io.github.ecsmedic.catalogue.Wanted.Sends;
import io.github.ecsmedic.fix.TaskRerun;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fix × each request that it may send, before the real SDK: what forbids it, and every fault of every read, and how many
 * requests that change something come out on the wire.
 */
class NothingIsSentTest {
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** A way in which it is forbidden. */
    record Forbidden(String name, boolean dryRun, Consumer<MendOnTheWire> how) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Forbidden> forbidden() {
        Stream<Forbidden> words = Stream.of("off", "notify", "", "AUTO", "yes", "approve it", "0")
                .map(word -> new Forbidden("switch '" + word + "'", false, wire -> wire.switchSays(word)));
        Stream<Forbidden> tags = Stream.of("off", "notify", "", "AUTO", "on")
                .map(tag -> new Forbidden("tag '" + tag + "'", false, wire -> wire.tagSays(tag)));
        Stream<Forbidden> unreadable = Stream.of(WireFault.values())
                .filter(fault -> fault.meets("ssm:GetParameter"))
                .map(fault -> new Forbidden("switch " + fault, false, wire -> wire.faulty("ssm:GetParameter", fault)));
        return Stream.of(Stream.of(new Forbidden("dry run", true, wire -> {})), words, tags, unreadable)
                .flatMap(all -> all);
    }

    static Stream<Sends> sends() {
        return Wanted.all();
    }

    @AfterAll
    static void tell() {
        System.out.println("Nothing is sent: " + sends().count() + " requests of " + fixes().size() + " fixes, "
                + forbidden().count() + " ways to forbid, " + RUNS + " runs of the mender");
    }

    private static List<String> fixes() {
        return sends().map(Sends::id).distinct().sorted().toList();
    }

    /** The requests of one run of the mender. */
    private static List<String> written(Sends one, MendOnTheWire wire, boolean dryRun, Consumer<MendOnTheWire> how) {
        RUNS.incrementAndGet();
        how.accept(wire.anew());
        one.carriedOut(wire.outlook(), wire.hand(), dryRun);
        return wire.writes();
    }

    private static MendOnTheWire wire(Sends one) {
        return new MendOnTheWire(one.change(), Wanted.NOW);
    }

    @Test
    void fixes_areAllThatCanSendSomething() {
        Catalogue full = Catalogue.full();
        assertThat(fixes())
                .isEqualTo(full.fixes().stream()
                        .map(fix -> fix.id())
                        .filter(id -> !full.requests(id).isEmpty())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("sends")
    void whereEverythingAllowsIt_oneRequestIsSent(Sends one) {
        assertThat(written(one, wire(one), false, w -> {})).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("sends")
    void whereOneThingForbidsIt_nothingIsSent(Sends one) {
        MendOnTheWire wire = wire(one);
        assertThat(forbidden()
                        .filter(f -> !written(one, wire, f.dryRun(), f.how()).isEmpty()))
                .isEmpty();
    }

    /** In a dry run, with the switch off, and where all allow it: what the guards did not read forbids it too. */
    @ParameterizedTest
    @MethodSource("sends")
    void whereAReadFails_nothingIsSent(Sends one) {
        MendOnTheWire wire = wire(one);
        written(one, wire, true, w -> {});
        List<String> reads = wire.asked();
        assertThat(reads)
                .contains("ssm:GetParameter")
                .containsAll(
                        one.change().request() instanceof TaskRerun
                                ? List.of("ecs:DescribeTasks", "ecs:ListTasks")
                                : List.of("ecs:DescribeServices", "ecs:ListServiceDeployments"));
        String sent = Stream.of(WireFault.values())
                .flatMap(fault -> reads.stream()
                        .filter(fault::meets)
                        .flatMap(read -> Stream.of(
                                        written(one, wire, true, w -> w.faulty(read, fault)),
                                        written(
                                                one,
                                                wire,
                                                false,
                                                w -> w.switchSays("off").faulty(read, fault)),
                                        written(one, wire, false, w -> w.faulty(read, fault)))
                                .filter(writes -> !writes.isEmpty())
                                .map(writes -> fault + " of " + read + " sent " + writes)))
                .collect(Collectors.joining("; "));
        assertThat(sent).isEmpty();
    }
}
