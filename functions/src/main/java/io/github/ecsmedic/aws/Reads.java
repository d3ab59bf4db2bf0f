package io.github.ecsmedic.aws;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The reads of one diagnosis: each fact once, {@link SharedFacts} of the network perhaps by another diagnosis, each on a virtual thread of its own, none waited for after the deadline.
 *
 * <p>It counts the requests that were sent, and the longest chain of them. A thread that has used an answer at the end
 * of a chain of three sends its next request as the fourth; threads that it starts inherit that.
 */
final class Reads {
    /** A fact that another diagnosis read so long ago is told with its age. */
    private static final Duration TOLD = Duration.ofSeconds(5);

    private static final InheritableThreadLocal<@Nullable Chain> CHAIN = new InheritableThreadLocal<>();

    private final Map<String, CompletableFuture<?>> asked = new ConcurrentHashMap<>();
    private final Map<String, Answer.Unknown<?>> unread = new ConcurrentSkipListMap<>();
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger longest = new AtomicInteger();
    private final long started = System.nanoTime();
    private final long budget;
    private final SharedFacts shared;
    private final Instant began;
    private volatile @Nullable Supplier<String> refusal;
    private volatile @Nullable Door door;
    private volatile @Nullable String barred;

    /** That shares nothing with any other. */
    Reads(Duration budget) {
        this(budget, SharedFacts.NONE);
    }

    Reads(Duration budget, SharedFacts shared) {
        this.budget = budget.toNanos();
        this.shared = shared;
        this.began = shared.now();
    }

    /** From now on nothing that is answered counts while this names a reason; it is asked beside the first read. */
    void unless(Supplier<String> reason) {
        refusal = reason;
    }

    /**
     * What has to be had before anything is read, once and by whoever reads first.
     *
     * @param told what is said of the whole account when it cannot be had
     */
    private record Door(String operation, Runnable key, Function<NoAnswer, String> told) {}

    /** From now on nothing is read before {@code key} has been had; where it throws every read is unknown for the same reason. */
    void behind(String operation, Runnable key, Function<NoAnswer, String> told) {
        door = new Door(operation, key, told);
    }

    /** Why nothing of the account can be read, in a sentence; empty while nobody has tried. */
    Optional<String> barred() {
        return Optional.ofNullable(barred);
    }

    /** The fact of that key; {@code operation} is the call that it comes from. */
    <T> Answer<T> ask(String key, String operation, Supplier<T> read) {
        return start(key, operation, read).answer();
    }

    /** A fact that another read brought along; it is not asked for again. */
    <T> void known(String key, T value, String operation) {
        asked.putIfAbsent(key, CompletableFuture.completedFuture(outcome(new Answer.Known<>(value, operation))));
    }

    /** Begins a read, unless it was begun before, and does not wait for it. */
    @SuppressWarnings("unchecked") // a key is used for one type of fact only
    <T> Pending<T> start(String key, String operation, Supplier<T> read) {
        CompletableFuture<?> known = asked.get(key);
        if (known == null && left() <= 0) {
            return new Pending<>(operation, new CompletableFuture<>());
        }
        int before = chain();
        CompletableFuture<?> future = asked.computeIfAbsent(
                key,
                k -> CompletableFuture.supplyAsync(
                        () -> run(key, operation, read, before), Thread::startVirtualThread));
        return new Pending<>(operation, (CompletableFuture<Outcome<T>>) future);
    }

    private <T> Outcome<T> run(String key, String operation, Supplier<T> read, int before) {
        CHAIN.set(new Chain(this, before, Instant.MAX));
        Door in = door;
        if (in != null && !operation.equals(in.operation) && entered(in) instanceof Answer.Unknown<Boolean> unknown) {
            return outcome(unknown.as());
        }
        Answer<T> answer;
        try {
            answer = fact(key, operation, read);
        } catch (NoAnswer e) {
            answer = e.unknown();
        }
        if (operation.equals(Caller.OPERATION) || (in != null && operation.equals(in.operation))) {
            return outcome(answer); // whose credentials these are is no fact of the account
        }
        Supplier<String> reason = refusal;
        String why = reason == null ? "" : reason.get();
        if (!why.isEmpty()) {
            return outcome(new Answer.Unknown<>(why, operation));
        }
        answered.compareAndSet(false, answer instanceof Answer.Known);
        return outcome(answer);
    }

    /** As this diagnosis reads it, or as another one has; a fact that is made of several is as old as the oldest. */
    private <T> Answer<T> fact(String key, String operation, Supplier<T> read) {
        SharedFacts.Fact<T> fact = shared.fact(key, operation, this::left, () -> {
            Instant now = shared.now();
            T value = read.get();
            return new SharedFacts.Fact<>(value, older(now, oldest()));
        });
        CHAIN.set(new Chain(this, chain(), older(fact.at(), oldest())));
        Duration age = Duration.between(fact.at(), shared.now());
        return new Answer.Known<>(
                fact.value(),
                fact.at().isBefore(began) && age.compareTo(TOLD) >= 0
                        ? operation + ", read " + age.toSeconds() + " s ago"
                        : operation);
    }

    private Answer<Boolean> entered(Door in) {
        return ask(in.operation, in.operation, () -> {
            int before = chain();
            int already = sent.get();
            CHAIN.set(new Chain(this, before + 1, oldest()));
            try {
                in.key.run();
                if (sent.get() == already) {
                    CHAIN.set(new Chain(this, before, oldest())); // it was there
                }
                return true;
            } catch (NoAnswer e) {
                barred = in.told.apply(e);
                throw e;
            }
        });
    }

    /** One request, within a read. */
    <R> R send(String operation, Supplier<R> request) {
        CHAIN.set(new Chain(this, chain() + 1, oldest()));
        try {
            return request.get();
        } catch (SdkException e) {
            throw Faults.of(e, operation);
        }
    }

    /** The same, for something that may not be there; {@code missing} is AWS's error code for that. */
    <R> Optional<R> sendUnless(String missing, String operation, Supplier<R> request) {
        try {
            return Optional.of(send(operation, request));
        } catch (NoAnswer e) {
            if (e.code().equals(missing)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** All pages of a list, within a read; {@code page} is given the token of its page, null for the first. */
    <R, T> List<T> pages(
            String operation,
            Function<@Nullable String, R> page,
            Function<R, List<T>> items,
            Function<R, @Nullable String> next) {
        List<T> all = new ArrayList<>();
        String token = null;
        do {
            String current = token;
            R answer = send(operation, () -> page.apply(current));
            all.addAll(items.apply(answer));
            token = next.apply(answer);
            if (token != null && token.equals(current)) {
                throw new NoAnswer(NoAnswer.MALFORMED, operation, "");
            }
        } while (token != null && !token.isEmpty());
        return all;
    }

    /** What this thread asks next comes after the longest chain so far. */
    void settled() {
        CHAIN.set(new Chain(this, longest.get(), oldest()));
    }

    /** What has been asked so far. */
    Diagnosis.Cost cost() {
        return new Diagnosis.Cost(
                sent.get(), longest.get(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    }

    /** What somebody waited for in vain. */
    List<Answer.Unknown<?>> unread() {
        return List.copyOf(unread.values());
    }

    /** Whether any read has brought a fact. */
    boolean answered() {
        return answered.get();
    }

    /** A request leaves on this thread, the first time or again. */
    static void transmitted() {
        Chain chain = CHAIN.get();
        if (chain != null) {
            chain.of.sent.incrementAndGet();
            chain.of.longest.accumulateAndGet(chain.length, Math::max);
        }
    }

    private long left() {
        return started + budget - System.nanoTime();
    }

    private int chain() {
        Chain chain = CHAIN.get();
        return chain == null || chain.of != this ? 0 : chain.length;
    }

    /** When the oldest fact was read on which this thread rests; far in the future for none. */
    private Instant oldest() {
        Chain chain = CHAIN.get();
        return chain == null || chain.of != this ? Instant.MAX : chain.oldest;
    }

    private static Instant older(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private <T> Outcome<T> outcome(Answer<T> answer) {
        return new Outcome<>(answer, chain(), oldest());
    }

    private record Chain(Reads of, int length, Instant oldest) {}

    private record Outcome<T>(Answer<T> answer, int chain, Instant oldest) {}

    /** A read under way. */
    final class Pending<T> {
        private final String operation;
        private final CompletableFuture<Outcome<T>> future;

        private Pending(String operation, CompletableFuture<Outcome<T>> future) {
            this.operation = operation;
            this.future = future;
        }

        /** Waits for it, until the deadline at most. */
        Answer<T> answer() {
            Answer<T> answer = awaited();
            if (answer instanceof Answer.Unknown<T> unknown) {
                unread.put(unknown.why(), unknown);
            }
            return answer;
        }

        private Answer<T> awaited() {
            try {
                Outcome<T> outcome = future.get(Math.max(0, left()), TimeUnit.NANOSECONDS);
                CHAIN.set(new Chain(Reads.this, Math.max(chain(), outcome.chain), older(oldest(), outcome.oldest)));
                return outcome.answer;
            } catch (TimeoutException e) {
                return new Answer.Unknown<>(NoAnswer.TIME, operation);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Answer.Unknown<>(NoAnswer.TIME, operation);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a bug in reading " + operation, e.getCause());
            }
        }

        /** Its value, for a read that is made of several. */
        T value() {
            return Given.value(answer());
        }
    }
}
