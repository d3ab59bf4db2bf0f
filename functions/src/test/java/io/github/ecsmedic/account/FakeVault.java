package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The secrets, parameters, keys and log groups of an account in memory, for tests; there are none to begin with but the account's one log group. */
public final class FakeVault implements Vault, Keys, LogGroups {
    private final FakeBalancers.Answering answering;
    private final Map<String, Secret> secrets = new TreeMap<>();
    private final Map<String, List<String>> unstaged = new TreeMap<>();
    private final Map<String, Parameter> parameters = new TreeMap<>();
    private final Map<String, Key> keys = new TreeMap<>();
    private final Map<String, Group> groups = new TreeMap<>();

    FakeVault(FakeBalancers.Answering answering) {
        this.answering = answering;
    }

    /** A secret with one version, encrypted with Secrets Manager's own key. */
    public static Secret secret(String arn) {
        return secret(arn, "", "");
    }

    /** The same with a key and a day of deletion. */
    public static Secret secret(String arn, String key, String deletedAt) {
        String name = arn.replaceFirst("^.*:secret:", "").replaceFirst("-[A-Za-z0-9]{6}$", "");
        return new Secret(arn, name, key, deletedAt, Map.of("v1", List.of("AWSCURRENT")));
    }

    Contents.Kept contents() {
        return new Contents.Kept(
                new TreeMap<>(secrets),
                new TreeMap<>(unstaged),
                List.copyOf(parameters.values()),
                List.copyOf(keys.values()),
                List.copyOf(groups.values()));
    }

    void add(Secret secret) {
        secrets.put(secret.arn(), secret);
    }

    void addVersion(String arn, String version) {
        unstaged.computeIfAbsent(arn, _ -> new ArrayList<>()).add(version);
    }

    void add(Parameter parameter) {
        parameters.put(parameter.name(), parameter);
    }

    void add(Key key) {
        keys.put(key.arn(), key);
    }

    void removeGroup(String name) {
        groups.remove(name);
    }

    void add(Group group) {
        groups.put(group.name(), group);
    }

    @Override
    public Answer<Optional<Secret>> secret(String region, String id) {
        return answering.answer(
                "secretsmanager:DescribeSecret",
                () -> secrets.values().stream()
                        .filter(s -> s.arn().contains(":" + region + ":"))
                        .filter(s -> s.arn().equals(id)
                                || s.name().equals(id)
                                || s.arn().replaceFirst("-[A-Za-z0-9]{6}$", "").equals(id))
                        .findFirst());
    }

    @Override
    public Answer<List<String>> versions(String region, String id) {
        return answering.answer("secretsmanager:ListSecretVersionIds", () -> {
            List<String> all = new ArrayList<>(unstaged.getOrDefault(id, List.of()));
            secrets.values().stream()
                    .filter(s -> s.arn().equals(id))
                    .forEach(s -> all.addAll(s.stages().keySet()));
            return List.copyOf(all);
        });
    }

    @Override
    public Answer<List<Name>> secretsLike(String region, String prefix) {
        return answering.answer(
                "secretsmanager:ListSecrets",
                () -> secrets.values().stream()
                        .filter(s ->
                                s.arn().contains(":" + region + ":") && s.name().startsWith(prefix))
                        .map(s -> new Name(s.name(), s.arn()))
                        .toList());
    }

    @Override
    public Answer<List<Parameter>> parameters(String region, List<String> names) {
        return answering.answer(
                "ssm:DescribeParameters",
                () -> parameters.values().stream()
                        .filter(p -> names.contains(p.name()))
                        .toList());
    }

    @Override
    public Answer<List<Parameter>> parametersLike(String region, String prefix) {
        return answering.answer(
                "ssm:DescribeParameters",
                () -> parameters.values().stream()
                        .filter(p -> p.name().startsWith(prefix))
                        .toList());
    }

    @Override
    public Answer<Optional<Key>> key(String region, String id) {
        return answering.answer(
                "kms:DescribeKey",
                () -> keys.values().stream()
                        .filter(k -> k.arn().equals(id) || k.arn().endsWith("/" + id))
                        .findFirst());
    }

    @Override
    public Answer<List<Group>> startingWith(String region, String prefix) {
        return answering.answer(
                "logs:DescribeLogGroups",
                () -> groups.values().stream()
                        .filter(g -> g.name().startsWith(prefix))
                        .toList());
    }
}
