package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.aws.AwsAccounts;
import io.github.ecsmedic.bench.AwsStub;
import io.github.ecsmedic.catalogue.Scenes.Scene;
import io.github.ecsmedic.model.Diagnosis.Cost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How long a warm diagnosis takes over TLS where each call takes 50 ms, against its longest chain of calls; and forty calls
 * at once against one.
 */
public final class WarmDiagnosis {
    private static final String SCENE = "dns.lookup with much attached";
    private static final Duration A_CALL = Duration.ofMillis(50);
    private static final int AT_ONCE = 40;
    private static final int WARM_UP = 30;

    private WarmDiagnosis() {}

    /** Prints one line of JSON; the argument is the number of rounds, 21 when there is none. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 21 : Integer.parseInt(arguments[0]);
        Scene scene =
                Scenes.network().filter(s -> s.name().equals(SCENE)).findFirst().orElseThrow();
        List<Double> walls = new ArrayList<>();
        List<Double> ones = new ArrayList<>();
        List<Double> forties = new ArrayList<>();
        int calls = 0;
        int deep = 0;
        try (AwsStub _ = AwsStub.here(scene.account(), A_CALL)) {
            for (int i = -WARM_UP; i < rounds; i++) {
                long began = System.nanoTime();
                Cost cost = scene.question().apply(account()).cost();
                double wall = millis(began);
                double one = reads(account(), 1);
                double forty = reads(account(), AT_ONCE);
                if (i >= 0) {
                    walls.add(wall);
                    ones.add(one);
                    forties.add(forty);
                    calls = cost.apiCalls();
                    deep = cost.criticalPath();
                }
            }
        }
        double path = deep * (double) A_CALL.toMillis();
        System.out.printf(
                "{\"calls\":%d,\"deep\":%d,\"rounds\":%d,\"wallMillis\":%s,\"ofCriticalPath\":%.3f,\"oneMillis\":%s,"
                        + "\"fortyMillis\":%s,\"fortyOfOne\":%.3f}%n",
                calls,
                deep,
                rounds,
                spread(walls),
                median(walls) / path,
                spread(ones),
                spread(forties),
                median(forties) / median(ones));
    }

    /** As the deployed function opens it: with the wiring of the process. */
    private static Account account() {
        return AwsAccounts.open("us-east-1", Duration.ofSeconds(45));
    }

    /** So many reads at the same time, in milliseconds. */
    private static double reads(Account account, int many) {
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                String vpc = "vpc-" + i;
                threads.execute(() -> account.networks().endpoints(vpc));
            }
        }
        return millis(began);
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static String spread(List<Double> values) {
        return "{\"median\":%.1f,\"low\":%.1f,\"high\":%.1f}"
                .formatted(median(values), values.getFirst(), values.getLast());
    }
}
