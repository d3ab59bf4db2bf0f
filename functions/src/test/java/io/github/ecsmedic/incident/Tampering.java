package io.github.ecsmedic.incident;

import io.github.ecsmedic.incident.AuditLog.Copy;
import io.github.ecsmedic.incident.AuditRecord.Phase;
import io.github.ecsmedic.incident.AuditRecord.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Random audits, each as it may be kept rightly, and random ways to falsify one of their two places. */
final class Tampering {
    /** What is done to an audit, and where. */
    enum Way {
        EDIT_TABLE,
        EDIT_LOG,
        EDIT_AND_REHASH_TABLE,
        EDIT_AND_REHASH_LOG,
        REWRITE_TABLE_FROM,
        REWRITE_LOG_FROM,
        DROP_TABLE,
        DROP_LOG,
        SWAP_TABLE,
        SWAP_CONTENT_TABLE,
        SWAP_CONTENT_LOG,
        TRUNCATE_TABLE,
        TRUNCATE_TABLE_AND_HEAD,
        TRUNCATE_LOG,
        FORK_TABLE,
        FORK_LOG,
        INSERT_TABLE,
        INSERT_LOG,
        FOREIGN_LOG,
        HEAD
    }

    private static final List<Word> WORDS = List.of(Word.values());

    private final SplittableRandom random;

    Tampering(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private int under(int bound) {
        return random.nextInt(bound);
    }

    /** At least two records are in both places; appends were repeated, and events come in any order. */
    AuditChain audit() {
        List<AuditRecord> table = new ArrayList<>(List.of(Audits.first()));
        List<AuditRecord> open = new ArrayList<>(table);
        int answered = 0;
        for (int length = 2 + under(7); table.size() < length; ) {
            if (!open.isEmpty() && under(3) > 0) {
                AuditRecord intent = open.remove(under(open.size()));
                Word word = WORDS.get(under(WORDS.size()));
                answered = word.answered() ? Math.max(answered, (int) intent.sequence()) : answered;
                table.add(Audits.outcome(intent, table.getLast(), word));
            } else {
                AuditRecord intent = Audits.intent(table.getLast(), "i-" + table.size());
                open.add(intent);
                table.add(intent);
            }
        }
        int least = Math.max(2, answered);
        int copied = least + under(table.size() - least + 1);
        List<AuditRecord> log = new ArrayList<>(table.subList(0, copied));
        for (int again = under(3); again > 0; again--) {
            int from = under(table.size());
            log.addAll(table.subList(from, from + under(table.size() - from) + 1));
        }
        for (int i = log.size() - 1; i > 0; i--) {
            Collections.swap(log, i, under(i + 1));
        }
        return new AuditChain(Audits.head(table.getLast(), copied), table, new Copy(log, 0));
    }

    /** The same in which one place was falsified. */
    AuditChain falsified(AuditChain whole, Way way) {
        List<AuditRecord> table = new ArrayList<>(whole.table());
        AuditHead head = whole.head();
        int copied = (int) head.copied();
        int any = under(table.size());
        int common = under(copied);
        return switch (way) {
            case EDIT_TABLE -> of(head, set(table, any, edited(table.get(any))), whole.log());
            case EDIT_LOG -> logged(whole, common, this::edited);
            case EDIT_AND_REHASH_TABLE -> of(head, set(table, any, rehashed(edited(table.get(any)))), whole.log());
            case EDIT_AND_REHASH_LOG -> logged(whole, common, r -> rehashed(edited(r)));
            case REWRITE_TABLE_FROM -> {
                List<AuditRecord> other = rewritten(set(table, common, content(table.get(common))), common);
                yield of(Audits.head(other.getLast(), copied), other, whole.log());
            }
            case REWRITE_LOG_FROM -> {
                List<AuditRecord> other = rewritten(set(table, common, content(table.get(common))), common);
                yield of(head, table, new Copy(other.subList(0, copied), 0));
            }
            case DROP_TABLE -> {
                AuditRecord gone = table.remove(any);
                yield of(head, without(table, gone), whole.log());
            }
            case DROP_LOG -> of(head, table, new Copy(without(whole.log().records(), table.get(common)), 0));
            case SWAP_TABLE -> {
                Collections.swap(table, any, (any + 1 + under(table.size() - 1)) % table.size());
                yield of(head, table, whole.log());
            }
            case SWAP_CONTENT_TABLE -> {
                int other = (any + 1 + under(table.size() - 1)) % table.size();
                yield of(head, exchanged(table, any, other), whole.log());
            }
            case SWAP_CONTENT_LOG -> {
                int other = (common + 1 + under(copied - 1)) % copied;
                yield of(head, table, new Copy(exchanged(table, common, other).subList(0, copied), 0));
            }
            case TRUNCATE_TABLE -> of(head, table.subList(0, any), whole.log());
            case TRUNCATE_TABLE_AND_HEAD -> {
                List<AuditRecord> rest = table.subList(0, common);
                AuditHead other = rest.isEmpty()
                        ? AuditHead.none(Audits.PLACE)
                        : Audits.head(rest.getLast(), under(rest.size() + 1));
                yield of(other, rest, whole.log());
            }
            case TRUNCATE_LOG -> of(head, table, new Copy(table.subList(0, common), 0));
            case FORK_TABLE -> {
                table.add(any + under(table.size() - any) + 1, rehashed(content(table.get(any))));
                yield of(head, table, whole.log());
            }
            case FORK_LOG -> of(head, table, with(whole.log(), rehashed(content(table.get(any)))));
            case INSERT_TABLE -> {
                table.add(common, content(table.get(common)));
                List<AuditRecord> other = rewritten(table, 0);
                yield of(Audits.head(other.getLast(), copied), other, whole.log());
            }
            case INSERT_LOG -> of(head, table, with(whole.log(), Audits.intent(table.getLast(), "i-new")));
            case FOREIGN_LOG -> of(head, table, new Copy(whole.log().records(), 1 + under(3)));
            case HEAD -> of(otherHead(head), table, whole.log());
        };
    }

    private static AuditChain of(AuditHead head, List<AuditRecord> table, Copy log) {
        return new AuditChain(head, table, log);
    }

    private static List<AuditRecord> set(List<AuditRecord> records, int at, AuditRecord other) {
        List<AuditRecord> all = new ArrayList<>(records);
        all.set(at, other);
        return all;
    }

    private static List<AuditRecord> without(List<AuditRecord> records, AuditRecord gone) {
        return records.stream().filter(r -> !r.equals(gone)).toList();
    }

    private static Copy with(Copy log, AuditRecord more) {
        List<AuditRecord> all = new ArrayList<>(log.records());
        all.add(more);
        return new Copy(all, 0);
    }

    /** One event of the record, of which there may be more. */
    private static AuditChain logged(AuditChain whole, int at, UnaryOperator<AuditRecord> change) {
        List<AuditRecord> log = new ArrayList<>(whole.log().records());
        int event = log.indexOf(whole.table().get(at));
        log.set(event, change.apply(log.get(event)));
        return of(whole.head(), whole.table(), new Copy(log, 0));
    }

    private AuditHead otherHead(AuditHead head) {
        return switch (under(3)) {
            case 0 -> new AuditHead(head.place(), head.sequence() + 1 + under(3), head.hash(), head.copied());
            case 1 -> new AuditHead(head.place(), head.sequence(), head.hash().substring(1), head.copied());
            default -> new AuditHead(head.place(), head.sequence(), head.hash(), head.sequence() + 1 + under(3));
        };
    }

    private static AuditRecord rehashed(AuditRecord r) {
        return r.with(r.hashed());
    }

    /** Numbered and chained anew from there on, as by somebody who knows how. */
    private static List<AuditRecord> rewritten(List<AuditRecord> records, int from) {
        List<AuditRecord> all = new ArrayList<>(records);
        for (int i = from; i < all.size(); i++) {
            AuditRecord r = all.get(i);
            String previous = i == 0 ? "" : all.get(i - 1).hash();
            all.set(i, rehashed(new AuditRecord(r.place(), i + 1, previous, r.attempt(), r.phase(), r.at(), "")));
        }
        return all;
    }

    /** Each keeps its place in the chain and gets the other's content. */
    private static List<AuditRecord> exchanged(List<AuditRecord> records, int one, int other) {
        List<AuditRecord> all = new ArrayList<>(records);
        AuditRecord a = all.get(one);
        AuditRecord b = all.get(other);
        all.set(one, rehashed(like(a, b)));
        all.set(other, rehashed(like(b, a)));
        return all;
    }

    private static AuditRecord like(AuditRecord at, AuditRecord content) {
        return new AuditRecord(
                at.place(), at.sequence(), at.previous(), content.attempt(), content.phase(), content.at(), "");
    }

    /** With one field changed, whichever. */
    private AuditRecord edited(AuditRecord r) {
        return switch (under(5)) {
            case 0 ->
                new AuditRecord(
                        "111122223333/eu-west-1", r.sequence(), r.previous(), r.attempt(), r.phase(), r.at(), r.hash());
            case 1 ->
                new AuditRecord(
                        r.place(), r.sequence() + 1 + under(4), r.previous(), r.attempt(), r.phase(), r.at(), r.hash());
            case 2 ->
                new AuditRecord(r.place(), r.sequence(), r.previous() + "0", r.attempt(), r.phase(), r.at(), r.hash());
            default -> content(r);
        };
    }

    /** With one field changed that says what was done. */
    private AuditRecord content(AuditRecord r) {
        Instant at = r.at().plusMillis(1 + under(5));
        return switch (under(6)) {
            case 0 -> new AuditRecord(r.place(), r.sequence(), r.previous(), r.attempt(), r.phase(), at, r.hash());
            case 1 ->
                new AuditRecord(r.place(), r.sequence(), r.previous(), r.attempt(), phase(r.phase()), r.at(), r.hash());
            default ->
                new AuditRecord(
                        r.place(), r.sequence(), r.previous(), attempt(r.attempt()), r.phase(), r.at(), r.hash());
        };
    }

    private Phase phase(Phase phase) {
        return switch (phase) {
            case Phase.Intent() -> new Phase.Outcome(1 + under(4), Word.NOT_SENT, "");
            case Phase.Outcome(long of, Word word, String why) ->
                switch (under(4)) {
                    case 0 -> new Phase.Intent();
                    case 1 -> new Phase.Outcome(of + 1, word, why);
                    case 2 -> new Phase.Outcome(of, word == Word.DONE ? Word.UNKNOWN : Word.DONE, why);
                    default -> new Phase.Outcome(of, word, why + ".");
                };
        };
    }

    private Attempt attempt(Attempt a) {
        int field = under(9);
        List<String> argv = new ArrayList<>(a.argv());
        argv.set(under(argv.size()), "other");
        return new Attempt(
                field == 0 ? "service/prod/web" : a.scope(),
                field == 1 ? a.incident() + "0" : a.incident(),
                field == 2 ? "restore-secret" : a.fix(),
                field == 3 ? "0" + a.plan() : a.plan(),
                (field == 4) != a.undo(),
                field == 5 ? (a.people().isEmpty() ? List.of("U0") : List.of()) : a.people(),
                field == 6 ? "ecs:UpdateService" : a.action(),
                field == 7 ? argv : a.argv(),
                field == 8 ? a.seen() + " " : a.seen());
    }
}
