package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.Inquiry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs checks side by side, each once. */
final class Verdicts {
    private Verdicts() {}

    /** The verdict of each check by its id, in the order given. */
    static Map<String, CheckResult> of(Collection<Check> checks, Inquiry inquiry) {
        Map<String, Future<CheckResult>> running = new LinkedHashMap<>();
        Map<String, CheckResult> verdicts = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            checks.forEach(check -> running.put(check.id(), threads.submit(() -> verdict(check, inquiry))));
            for (Map.Entry<String, Future<CheckResult>> entry : running.entrySet()) {
                verdicts.put(entry.getKey(), entry.getValue().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while checks were running: " + List.copyOf(running.keySet()), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check ended with an error", e);
        }
        return verdicts;
    }

    /** One faulty check must not take the others' verdicts along; it is told as not checked. */
    private static CheckResult verdict(Check check, Inquiry inquiry) {
        try {
            return check.run(inquiry);
        } catch (Exception e) {
            return new CheckResult.Inconclusive("a fault of ECS Medic itself: " + e);
        }
    }
}
