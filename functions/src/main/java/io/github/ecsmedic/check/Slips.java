package io.github.ecsmedic.check;

import java.util.List;
import java.util.Optional;

/** Finds the known domain that a mistyped one was meant to be. */
final class Slips {
    private static final List<String> KNOWN = List.of(
            "amazonaws.com",
            "azurecr.io",
            "docker.com",
            "docker.io",
            "ecr.aws",
            "gcr.io",
            "ghcr.io",
            "gitlab.com",
            "k8s.io",
            "microsoft.com",
            "quay.io");

    /** Short names lie close to many others: there only swapped letters are a slip. */
    private static final int SHORT = 9;

    private Slips() {}

    /** The domain that was meant; empty when the host's own is known or like none. */
    static Optional<String> of(String host) {
        String domain = lastTwoLabels(host);
        if (KNOWN.contains(domain) || host.endsWith(".amazonaws.com.cn")) {
            return Optional.empty();
        }
        return KNOWN.stream()
                .filter(known -> known.length() < SHORT ? swapped(domain, known) : distance(domain, known) == 1)
                .findFirst();
    }

    private static String lastTwoLabels(String host) {
        int last = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', last - 1) + 1);
    }

    private static boolean swapped(String a, String b) {
        return a.length() == b.length() && distance(a, b) == 1 && sorted(a).equals(sorted(b));
    }

    private static String sorted(String text) {
        return text.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Letters to add, drop, replace or swap with a neighbour; names of hosts are short. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] cost, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swap ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
