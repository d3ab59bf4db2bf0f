package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The services of a region with their tags, as one run sees them.
 *
 * @param clusters their ARNs
 * @param listed the ARNs of all services
 * @param described a part of them, another one in each run when there are more than {@link #SERVICES}
 * @param missed what could not be listed or described, and why
 */
record Census(List<String> clusters, Set<String> listed, List<Service> described, List<String> missed) {
    /** Services that one run describes, ten a request. */
    static final int SERVICES = 1_000;

    /** Clusters whose services one run lists, a hundred services a request. */
    static final int CLUSTERS = 100;

    /** So many services are described at the same time: ECS answers a hundred such requests at once at most. */
    private static final int WAVE = 100;

    Census {
        clusters = List.copyOf(clusters);
        listed = Set.copyOf(listed);
        described = List.copyOf(described);
        missed = List.copyOf(missed);
    }

    /** Whether all clusters and services were listed. */
    boolean whole() {
        return missed.isEmpty() && clusters.size() <= CLUSTERS;
    }

    /** {@code run} counts the runs, so that each looks at another part of what is too much for one. */
    static Census of(Account account, long run) {
        List<String> missed = new ArrayList<>();
        List<String> clusters =
                known(account.clusters().arns(), missed).stream().sorted().toList();
        TreeMap<String, String> clusterOf = new TreeMap<>();
        for (String cluster : turn(clusters, CLUSTERS, run)) {
            known(account.running().services(cluster), missed).forEach(service -> clusterOf.put(service, cluster));
        }
        TreeMap<String, List<String>> asked = new TreeMap<>();
        turn(List.copyOf(clusterOf.keySet()), SERVICES, run)
                .forEach(service -> asked.computeIfAbsent(clusterOf.getOrDefault(service, ""), _ -> new ArrayList<>())
                        .add(service));
        List<Service> described = new ArrayList<>();
        asked.forEach((cluster, services) -> {
            for (int from = 0; from < services.size(); from += WAVE) {
                account.running()
                        .described(cluster, services.subList(from, Math.min(services.size(), from + WAVE)))
                        .forEach(batch -> described.addAll(known(batch, missed)));
            }
        });
        return new Census(clusters, clusterOf.keySet(), described, missed);
    }

    /** At most so many of them; the next run begins where this one ended. */
    static <T> List<T> turn(List<T> all, int atMost, long run) {
        if (all.size() <= atMost) {
            return all;
        }
        int from = (int) (run * atMost % all.size());
        List<T> some = new ArrayList<>(all.subList(from, Math.min(all.size(), from + atMost)));
        some.addAll(all.subList(0, atMost - some.size()));
        return some;
    }

    /** What is not known is noted, and is no reason to think that nothing is there. */
    static <T> List<T> known(Answer<List<T>> answer, List<String> missed) {
        return switch (answer) {
            case Answer.Known<List<T>>(List<T> value, String _) -> value;
            case Answer.Unknown<List<T>> unknown -> {
                missed.add(unknown.why());
                yield List.of();
            }
        };
    }
}
