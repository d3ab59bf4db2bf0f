package io.github.ecsmedic.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsmedic.incident.AuditChain.Fault;
import io.github.ecsmedic.incident.AuditChain.Kind;
import io.github.ecsmedic.incident.AuditLog.Copy;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Deed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private static final List<AuditRecord> CHAIN = Audits.chain(5);
    private static final AuditHead HEAD = Audits.head(CHAIN.getLast(), 5);

    private static List<Fault> faults(AuditHead head, List<AuditRecord> table, List<AuditRecord> log) {
        return new AuditChain(head, table, new Copy(log, 0)).faults();
    }

    private static List<AuditRecord> without(int sequence) {
        List<AuditRecord> rest = new ArrayList<>(CHAIN);
        rest.remove(sequence - 1);
        return rest;
    }

    private static AuditRecord altered(AuditRecord r) {
        return new AuditRecord(
                r.place(), r.sequence(), r.previous(), Audits.attempt("i-7", "true"), r.phase(), r.at(), r.hash());
    }

    private static List<AuditRecord> with(int sequence, AuditRecord other) {
        List<AuditRecord> all = new ArrayList<>(CHAIN);
        all.set(sequence - 1, other);
        return all;
    }

    @Test
    void audit_withoutRecords_isWhole() {
        assertThat(faults(AuditHead.none(Audits.PLACE), List.of(), List.of())).isEmpty();
    }

    @Test
    void audit_unaltered_isWholeAndSaysWhatIsOpenAndWhatOnePlaceLacks() {
        AuditChain chain = new AuditChain(Audits.head(CHAIN.getLast(), 4), CHAIN, new Copy(CHAIN.subList(0, 4), 0));
        assertThat(chain.faults()).isEmpty();
        assertThat(chain.open()).containsExactly(CHAIN.getLast());
        assertThat(chain.head().lag()).isEqualTo(1);
    }

    @Test
    void log_inAnyOrder_withRepeatedAppends_isWhole() {
        List<AuditRecord> log = new ArrayList<>(CHAIN);
        log.addAll(CHAIN.reversed());
        assertThat(faults(HEAD, CHAIN, log)).isEmpty();
    }

    @Test
    void record_thatIsGone_isNamed() {
        Fault loose = new Fault(Kind.ALTERED, 4, "record 4 is the outcome of no intent");
        assertThat(faults(HEAD, without(3), CHAIN))
                .containsExactly(
                        new Fault(Kind.MISSING, 3, "the table lacks record 3"),
                        loose,
                        new Fault(Kind.DIFFERENT, 3, "only the second place has record 3"));
        assertThat(faults(HEAD, CHAIN, without(3)))
                .containsExactly(new Fault(Kind.MISSING, 3, "the second place lacks record 3"));
    }

    @Test
    void end_thatIsCutOff_isNamed() {
        assertThat(faults(HEAD, CHAIN, CHAIN.subList(0, 3)))
                .containsExactly(new Fault(Kind.TRUNCATED, 4, "the second place lacks records 4 to 5"));
        assertThat(faults(HEAD, CHAIN.subList(0, 3), CHAIN))
                .contains(new Fault(Kind.TRUNCATED, 4, "the table lacks records 4 to 5"));
        assertThat(faults(Audits.head(CHAIN.get(2), 3), CHAIN.subList(0, 3), CHAIN))
                .extracting(Fault::text)
                .containsExactlyInAnyOrder("only the second place has record 4", "only the second place has record 5");
    }

    @Test
    void record_thatWasAltered_isNamedWithItsPlace() {
        assertThat(faults(HEAD, CHAIN, with(4, altered(CHAIN.get(3)))))
                .containsExactly(
                        new Fault(Kind.ALTERED, 4, "in the second place record 4 was altered"),
                        new Fault(Kind.DIFFERENT, 4, "the two places differ in record 4"));
        assertThat(faults(HEAD, with(5, altered(CHAIN.get(4))), CHAIN))
                .containsExactly(
                        new Fault(Kind.ALTERED, 5, "in the table record 5 was altered"),
                        new Fault(Kind.DIFFERENT, 5, "the two places differ in record 5"));
    }

    @Test
    void record_thatWasAlteredWithItsHash_isNotFollowedByTheNext() {
        AuditRecord other = altered(CHAIN.get(2));
        assertThat(faults(HEAD, with(3, other.with(other.hashed())), CHAIN))
                .contains(new Fault(Kind.ALTERED, 4, "record 4 does not follow the one before it"));
    }

    @Test
    void records_thatChangedPlaces_areOutOfOrder() {
        List<AuditRecord> swapped = new ArrayList<>(CHAIN);
        swapped.set(1, CHAIN.get(2));
        swapped.set(2, CHAIN.get(1));
        assertThat(faults(HEAD, swapped, CHAIN))
                .containsExactly(new Fault(Kind.OUT_OF_ORDER, 2, "in the table record 2 comes too late"));
    }

    @Test
    void twoRecords_withOneNumber_areAFork() {
        AuditRecord other = Audits.intent(CHAIN.get(3), "i-99");
        List<AuditRecord> forked = new ArrayList<>(CHAIN);
        forked.add(other);
        assertThat(faults(HEAD, forked, CHAIN))
                .containsExactly(new Fault(Kind.FORKED, 5, "the table has two records 5"));
        assertThat(faults(HEAD, CHAIN, forked))
                .containsExactlyInAnyOrder(
                        new Fault(Kind.FORKED, 5, "the second place has two records 5"),
                        new Fault(Kind.DIFFERENT, 5, "the two places differ in record 5"));
    }

    @Test
    void table_alone_isAskedWithoutTheSecondPlace() {
        assertThat(new AuditChain(HEAD, CHAIN, new Copy(List.of(), 0)).tableFaults())
                .isEmpty();
        assertThat(new AuditChain(HEAD, CHAIN.subList(0, 4), new Copy(CHAIN, 0)).tableFaults())
                .containsExactly(new Fault(Kind.TRUNCATED, 5, "the table lacks record 5"));
    }

    @Test
    void chain_ofAnotherPlace_isNotThisOnes() {
        AuditHead elsewhere = new AuditHead("111122223333/eu-west-1", 5, HEAD.hash(), 5);
        assertThat(new AuditChain(elsewhere, CHAIN, new Copy(List.of(), 0)).tableFaults())
                .hasSize(5)
                .contains(new Fault(Kind.ALTERED, 1, "in the table record 1 was altered"));
    }

    @Test
    void line_thatIsNoRecord_isSaid() {
        assertThat(new AuditChain(HEAD, CHAIN, new Copy(CHAIN, 2)).faults())
                .containsExactly(new Fault(Kind.FOREIGN, 0, "the second place has lines that are no records: 2"));
    }

    @Test
    void request_thatWasAnswered_hadItsIntentInBothPlacesBefore() {
        assertThat(faults(Audits.head(CHAIN.getLast(), 2), CHAIN, CHAIN.subList(0, 2)))
                .containsExactly(
                        new Fault(Kind.MISSING, 3, "the second place lacks record 3, though its request was sent"));
        AuditRecord intent = Audits.first();
        AuditRecord notSent = Audits.outcome(intent, intent, Word.NOT_SENT);
        assertThat(faults(Audits.head(notSent, 0), List.of(intent, notSent), List.of()))
                .isEmpty();
    }

    @Test
    void canonicalText_ofTwoThatDifferInWhereAFieldEnds_differs() {
        assertThat(CHAIN.getFirst().canonical())
                .startsWith("17:ecs-medic audit 1\n22:111122223333/us-east-1\n1:1\n0:\n16:service/prod/api\n3:i-1\n");
        AuditRecord one = Audits.intent(CHAIN.get(3), "i-1\n14:enable");
        AuditRecord other = Audits.intent(CHAIN.get(3), "i-1");
        assertThat(one.canonical()).isNotEqualTo(other.canonical());
    }

    @Test
    void audit_ofTwoPlaces_isReadWhileNothingChanges() {
        MemoryLedger ledger = new MemoryLedger();
        MemoryAuditLog log = new MemoryAuditLog();
        CHAIN.forEach(record -> ledger.commit(new Commit(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Deed(List.of(), Optional.empty(), Optional.of(record)))));
        log.append(CHAIN);
        ledger.copied(Audits.PLACE, 5);
        assertThat(AuditChain.of(ledger, log, Audits.PLACE)).isEqualTo(new AuditChain(HEAD, CHAIN, new Copy(CHAIN, 0)));
        log.down = true;
        assertThatThrownBy(() -> AuditChain.of(ledger, log, Audits.PLACE)).isInstanceOf(LedgerException.class);
    }

    @Test
    void tampering_ofEveryKind_isFound_andNoWholeAuditIsAccused() {
        SplittableRandom seeds = new SplittableRandom(20);
        List<Tampering.Way> ways = List.of(Tampering.Way.values());
        Map<Tampering.Way, Integer> unseen = new EnumMap<>(Tampering.Way.class);
        for (int i = 0; i < 100_000; i++) {
            Tampering tampering = new Tampering(seeds.nextLong());
            AuditChain whole = tampering.audit();
            if (i % 5 == 0) {
                assertThat(whole.faults()).as("audit %s", whole).isEmpty();
            }
            Tampering.Way way = ways.get(i % ways.size());
            if (tampering.falsified(whole, way).faults().isEmpty()) {
                unseen.merge(way, 1, Integer::sum);
            }
        }
        assertThat(unseen).isEmpty();
    }
}
