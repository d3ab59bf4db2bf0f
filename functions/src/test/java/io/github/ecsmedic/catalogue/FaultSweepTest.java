package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.aws.FakeAws.Asked;
import io.github.ecsmedic.aws.WireFault;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.diagnose.Investigated;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import java.util.ArrayList;
import java.util.List;
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
    private static int reads;
    private static int diagnoses;

    static Stream<Row> rows() {
        return CauseRows.all();
    }

    @AfterAll
    static void tell() {
        System.out.println("Fault sweep: " + rows().count() + " accounts, " + reads + " reads, "
                + WireFault.values().length + " faults: " + diagnoses + " diagnoses");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void diagnosis_whileOneReadFails_restsOnTheOthersAlone(Row row) {
        AccountOnTheWire whole = AccountOnTheWire.of(row.broken());
        Diagnosis clean = diagnosis(row, whole);
        List<Asked> asked = whole.asked().stream().distinct().toList();
        List<String> operations =
                asked.stream().map(Asked::operation).distinct().toList();
        List<String> wrong = new ArrayList<>();
        for (WireFault fault : WireFault.values()) {
            for (String operation : operations) {
                Diagnosis faulty = diagnosis(row, fault, a -> a.operation().equals(operation));
                wrong.addAll(new Judge(clean, faulty, fault, name(operation)).ofOperation());
            }
            for (Asked one : asked) {
                if (asked.stream()
                                .filter(a -> a.operation().equals(one.operation()))
                                .count()
                        > 1) {
                    Diagnosis faulty = diagnosis(row, fault, one::equals);
                    wrong.addAll(new Judge(clean, faulty, fault, name(one.operation())).ofRead(one.body()));
                }
            }
        }
        reads += asked.size();

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void diagnosis_whileEveryReadFails_restsOnTheMessageAlone(Row row) {
        Diagnosis clean = diagnosis(row, AccountOnTheWire.of(row.broken()));
        List<String> wrong = new ArrayList<>();
        for (WireFault fault : WireFault.values()) {
            Diagnosis faulty = diagnosis(row, fault, a -> true);
            wrong.addAll(new Judge(clean, faulty, fault, "").ofEverything());
        }

        assertThat(wrong).isEmpty();
    }

    private static Diagnosis diagnosis(Row row, WireFault fault, Predicate<Asked> which) {
        return diagnosis(row, AccountOnTheWire.of(row.broken()).faulty(fault, which));
    }

    private static Diagnosis diagnosis(Row row, AccountOnTheWire wire) {
        diagnoses++;
        return wire.ask(account -> Investigated.of(row.failure().in(account))).whole();
    }

    /** As a diagnosis names an operation that is signed under another name. */
    private static String name(String operation) {
        return operation.replace("monitoring:", "cloudwatch:");
    }

    /** Compares the diagnosis that lacked something with the one that lacked nothing. */
    private record Judge(Diagnosis clean, Diagnosis faulty, WireFault fault, String operation) {
        /** No request of the operation was answered, so that nothing may come from it. */
        List<String> ofOperation() {
            List<String> wrong = new ArrayList<>(ofRead(""));
            faulty.causes().stream()
                    .filter(Judge::proven)
                    .filter(c -> c.evidence().stream().anyMatch(e -> e.source().equals(operation)))
                    .forEach(c -> wrong.add(told("proves " + c)));
            faulty.refuted().stream()
                    .filter(r -> r.source().equals(operation))
                    .forEach(r -> wrong.add(told("refutes " + r)));
            return wrong;
        }

        List<String> ofRead(String body) {
            List<String> wrong = new ArrayList<>(strangers());
            boolean named =
                    faulty.notChecked().stream().anyMatch(n -> n.why().contains(fault.word() + ": " + operation));
            if (!named) {
                wrong.add(told("does not name it but " + faulty.notChecked() + ", and says " + faulty.causes() + body));
            }
            return wrong;
        }

        List<String> ofEverything() {
            List<String> wrong = new ArrayList<>(strangers());
            faulty.causes().stream()
                    .filter(Judge::proven)
                    .filter(c -> c.evidence().stream().anyMatch(e -> e.source().contains(":")))
                    .forEach(c -> wrong.add(told("proves " + c)));
            faulty.refuted().stream()
                    .filter(r -> r.source().contains(":"))
                    .forEach(r -> wrong.add(told("refutes " + r)));
            if (faulty.notChecked().isEmpty() && clean.cost().apiCalls() > 0) {
                wrong.add(told("names nothing"));
            }
            return wrong;
        }

        private List<String> strangers() {
            List<String> own =
                    clean.causes().stream().filter(Judge::proven).map(Cause::id).toList();
            List<String> wrong = new ArrayList<>();
            faulty.causes().stream()
                    .filter(Judge::proven)
                    .filter(c -> !own.contains(c.id()))
                    .forEach(c -> wrong.add(told("proves the stranger " + c)));
            faulty.notChecked().stream()
                    .filter(n -> n.why().contains("ECS Medic itself"))
                    .forEach(n -> wrong.add(told("has a bug: " + n)));
            return wrong;
        }

        private String told(String what) {
            return fault + " " + operation + ": " + what;
        }

        private static boolean proven(Cause cause) {
            return cause.certainty() == Certainty.PROVEN;
        }
    }
}
