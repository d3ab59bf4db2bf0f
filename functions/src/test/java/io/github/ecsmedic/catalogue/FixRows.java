package io.github.ecsmedic.catalogue;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The row of FIXES.md that each fix is. */
final class FixRows {
    /** A fix that is more than that list has {@code ""}. */
    static final Map<String, String> BY_FIX = Map.ofEntries(
            entry("add-fargate-base", "F10"),
            entry("admit-load-balancer", "L11"),
            entry("admit-task-at-endpoint", "N06"),
            entry("admit-task-at-file-system", "L15"),
            entry("allow-task-egress", "N07"),
            entry("assign-public-ip", "F08"),
            entry("associate-s3-gateway", "N03"),
            entry("attach-internet-gateway", ""),
            entry("await-replacement", ""),
            entry("change-permission-ceiling", ""),
            entry("continue-hook-rollback", "F04"),
            entry("correct-acl", "N11"),
            entry("correct-health-check", "L10"),
            entry("correct-name-resolution", "N13"),
            entry("correct-repository-policy", "L05"),
            entry("correct-task-definition", "F11"),
            entry("create-endpoints", "N05"),
            entry("create-log-group", "L01"),
            entry("create-pull-through-cache", "L06"),
            entry("create-role", ""),
            entry("create-s3-gateway", "N04"),
            entry("enable-circuit-breaker", "F06"),
            entry("enable-endpoint-private-dns", "N02"),
            entry("enable-key", "L09"),
            entry("enable-vpc-dns", "N01"),
            entry("enable-zone", "L12"),
            entry("exclude-from-public-access-block", ""),
            entry("extend-grace-period", "F05"),
            entry("fix-deployment-percent", "F07"),
            entry("force-new-deployment", "F01"),
            entry("forward-to-target-group", ""),
            entry("free-subnet-addresses", ""),
            entry("grant-role", "L03"),
            entry("inspect-next-hop", ""),
            entry("lift-task-protection", "F14"),
            entry("lower-desired-count", "F09"),
            entry("open-dependency", ""),
            entry("push-image", "L08"),
            entry("raise-capacity", "L16"),
            entry("raise-health-timeout", ""),
            entry("raise-memory", "F11"),
            entry("relieve-nat-gateway", ""),
            entry("repair-endpoint", ""),
            entry("repair-nat-route", ""),
            entry("repair-pull-through-cache", ""),
            entry("repair-route", "N08"),
            entry("repair-volume-role", ""),
            entry("replace-instance", "F15"),
            entry("replace-target-group", ""),
            entry("request-quota", "L14"),
            entry("rerun-task", "F12"),
            entry("restore-secret", "L02"),
            entry("roll-back-task-definition", "F03"),
            entry("set-account-default", "L13"),
            entry("stop-deployment-rollback", "F02"),
            entry("stop-task", "F13"),
            entry("trust-ecs-tasks", "L04"),
            entry("use-amazon-dns", "N10"),
            entry("use-pull-through-cache", "F11"),
            entry("use-registry-credentials", "L07"),
            entry("widen-endpoint-policy", "N12"));

    private FixRows() {}

    static String of(String fix) {
        return BY_FIX.getOrDefault(fix, "").isEmpty() ? "–" : BY_FIX.getOrDefault(fix, "");
    }

    /** All but those that do not exist: F16 and N09. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>();
        add("F", 15, all);
        add("N", 13, all);
        add("L", 16, all);
        all.remove("N09");
        return all;
    }

    private static void add(String family, int last, Set<String> to) {
        IntStream.rangeClosed(1, last)
                .mapToObj(n -> "%s%02d".formatted(family, n))
                .forEach(to::add);
    }
}
