package io.github.ecsmedic.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.aws.FakeAws.Asked;
import io.github.ecsmedic.aws.WireFault;
import io.github.ecsmedic.catalogue.Scenes.Scene;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every account of the rows × every read that its diagnosis makes × every fault, before the real SDK.
 *
 * <p>The diagnosis always comes, says what was not read and why, and proves and refutes nothing by what it did not see.
 */
class FaultSweepTest {
    private static final AtomicInteger READS = new AtomicInteger();
    private static final AtomicInteger DIAGNOSES = new AtomicInteger();

    static Stream<Scene> scenes() {
        return Scenes.all();
    }

    @AfterAll
    static void tell() {
        System.out.println("Fault sweep: " + scenes().count() + " accounts, " + READS + " reads, "
                + WireFault.values().length + " faults: " + DIAGNOSES + " diagnoses");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void diagnosis_whileOneReadFails_restsOnTheOthersAlone(Scene scene) {
        AccountOnTheWire whole = AccountOnTheWire.of(scene.account());
        Diagnosis clean = diagnosis(scene, whole);
        List<Asked> asked = whole.asked().stream().distinct().toList();
        READS.addAndGet(asked.size());

        assertThat(faults().flatMap(fault -> oneByOne(scene, clean, asked, fault)))
                .isEmpty();
    }

    private static Stream<WireFault> faults() {
        return Stream.of(WireFault.values()).parallel();
    }

    /** Each operation, and each request of those of which there are several. */
    private static Stream<String> oneByOne(Scene scene, Diagnosis clean, List<Asked> asked, WireFault fault) {
        Map<String, List<Asked>> operations = asked.stream().collect(groupingBy(Asked::operation));
        return operations.entrySet().stream()
                .filter(e -> fault.meets(e.getKey()))
                .flatMap(e -> {
                    String name = name(e.getKey());
                    Diagnosis without =
                            diagnosis(scene, fault, a -> a.operation().equals(e.getKey()));
                    Stream<String> ofAll = new Judge(clean, without, fault, name).ofOperation();
                    return e.getValue().size() == 1
                            ? ofAll
                            : Stream.concat(
                                    ofAll,
                                    e.getValue().stream()
                                            .flatMap(one -> new Judge(
                                                            clean, diagnosis(scene, fault, one::equals), fault, name)
                                                    .ofRead()));
                });
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void diagnosis_whileEveryReadFails_restsOnTheMessageAlone(Scene scene) {
        Diagnosis clean = diagnosis(scene, AccountOnTheWire.of(scene.account()));

        assertThat(faults().flatMap(fault -> new Judge(
                                clean, diagnosis(scene, fault, a -> fault.meets(a.operation())), fault, "everything")
                        .ofEverything()))
                .isEmpty();
    }

    private static Diagnosis diagnosis(Scene scene, WireFault fault, Predicate<Asked> which) {
        return diagnosis(scene, AccountOnTheWire.of(scene.account()).faulty(fault, which));
    }

    private static Diagnosis diagnosis(Scene scene, AccountOnTheWire wire) {
        DIAGNOSES.incrementAndGet();
        return scene.in(wire);
    }

    /** As a diagnosis names an operation that is signed under another name. */
    private static String name(String operation) {
        return operation.replace("monitoring:", "cloudwatch:");
    }

    /** Compares the diagnosis that lacked something with the one that lacked nothing. */
    private record Judge(Diagnosis clean, Diagnosis faulty, WireFault fault, String operation) {
        /** No request of the operation was answered, so that nothing may come from it. */
        Stream<String> ofOperation() {
            return Stream.of(ofRead(), proofsBy(operation::equals), refutationsBy(operation::equals))
                    .flatMap(found -> found);
        }

        Stream<String> ofRead() {
            boolean named = faulty.notChecked().stream().anyMatch(n -> n.why().contains(word() + operation));
            return Stream.concat(
                    strangers(), named ? Stream.empty() : Stream.of(told("does not name it: " + faulty.notChecked())));
        }

        Stream<String> ofEverything() {
            boolean silent = fault != WireFault.BARE
                    && faulty.notChecked().isEmpty()
                    && clean.cost().apiCalls() > 0;
            return Stream.of(
                            strangers(),
                            proofsBy(this::unread),
                            refutationsBy(this::unread),
                            silent ? Stream.of(told("names nothing")) : Stream.<String>empty())
                    .flatMap(found -> found);
        }

        private boolean unread(String source) {
            return source.contains(":") && fault.meets(source.replace("cloudwatch:", "monitoring:"));
        }

        private String word() {
            return fault.word().isEmpty() ? "" : fault.word() + ": ";
        }

        private Stream<String> proofsBy(Predicate<String> source) {
            return faulty.causes().stream()
                    .filter(Judge::proven)
                    .filter(c -> c.evidence().stream().anyMatch(e -> source.test(e.source())))
                    .map(c -> told("proves " + c));
        }

        private Stream<String> refutationsBy(Predicate<String> source) {
            return faulty.refuted().stream()
                    .filter(r -> source.test(r.source()))
                    .map(r -> told("refutes " + r));
        }

        /** Causes that are proven by want of a fact, and faults of our own. */
        private Stream<String> strangers() {
            List<String> own =
                    clean.causes().stream().filter(Judge::proven).map(Cause::id).toList();
            return Stream.concat(
                    faulty.causes().stream()
                            .filter(Judge::proven)
                            .filter(c -> !own.contains(c.id()))
                            .map(c -> told("proves the stranger " + c)),
                    faulty.notChecked().stream()
                            .filter(n -> n.why().contains("ECS Medic itself"))
                            .map(n -> told("has a bug: " + n)));
        }

        private String told(String what) {
            return fault + " " + operation + ": " + what;
        }

        private static boolean proven(Cause cause) {
            return cause.certainty() == Certainty.PROVEN;
        }
    }
}
