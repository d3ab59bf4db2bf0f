package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The references to secrets and parameters that a message is about: those that it names, and where it names none, all of
 * the task definition.
 */
final class References {
    /** What {@link #meant} may read. */
    static final Set<String> ACTIONS = Definitions.ACTIONS;

    /** How many are looked at: each costs a request. */
    static final int MOST = 6;

    private References() {}

    /** A reference and where it stands; container and variable are {@code ""} where only the message names it. */
    record Used(Reference reference, String container, String variable, String valueFrom) {
        String where(String definition) {
            return container.isEmpty()
                    ? ""
                    : "Container " + container + " of " + definition + " takes " + variable + " from " + valueFrom;
        }
    }

    /** Those of one kind, each once. Not even the task definition is needed where the message names what it means. */
    static Answer<List<Used>> meant(Inquiry inquiry, Reference.Kind kind) {
        List<String> named = named(inquiry.seen().facts());
        Answer<List<Used>> all = all(inquiry);
        List<Used> told = named.stream()
                .map(text -> new Used(told(inquiry, text), "", "", text))
                .filter(used -> used.reference().kind() == kind)
                .toList();
        return switch (all) {
            case Unknown<List<Used>> unknown -> named.isEmpty() ? unknown : new Known<>(told, "message");
            case Known<List<Used>>(List<Used> used, String source) -> {
                List<Used> meant = used.stream()
                        .filter(u -> named.isEmpty()
                                || named.stream().anyMatch(n -> DefinitionReference.refers(u.valueFrom(), n)))
                        .filter(u -> u.reference().kind() == kind)
                        .toList();
                yield new Known<>(once(meant.isEmpty() ? told : meant), source);
            }
        };
    }

    /** A bare name is a parameter's in a task definition; a message may name a secret so. */
    private static Reference told(Inquiry inquiry, String text) {
        String region = inquiry.subject().region();
        return text.startsWith("arn:") || !text.equals(inquiry.seen().facts().get(Fact.SECRET))
                ? Reference.parse(text, region)
                : new Reference(Reference.Kind.SECRET, text, region, "", "", "", "");
    }

    /** All that the task definition's containers refer to. */
    static Answer<List<Used>> all(Inquiry inquiry) {
        return switch (Definitions.of(inquiry)) {
            case Unknown<TaskDefinition> unknown -> unknown.as();
            case Known<TaskDefinition>(TaskDefinition definition, String source) ->
                new Known<>(
                        definition.containers().stream()
                                .flatMap(c -> of(c, inquiry.subject().region()))
                                .toList(),
                        source);
        };
    }

    private static Stream<Used> of(ContainerDefinition container, String region) {
        return container.references().entrySet().stream()
                .map(e -> new Used(
                        reference(e.getKey(), e.getValue(), region), container.name(), e.getKey(), e.getValue()));
    }

    /** The login of a registry is a secret even where only its name is given. */
    private static Reference reference(String what, String valueFrom, String region) {
        return what.equals(ContainerDefinition.CREDENTIALS) && !valueFrom.startsWith("arn:")
                ? new Reference(Reference.Kind.SECRET, valueFrom, region, "", "", "", "")
                : Reference.parse(valueFrom, region);
    }

    private static List<String> named(Facts facts) {
        List<String> named = new ArrayList<>(List.of(facts.get(Fact.PARAMETER).split(",", -1)));
        named.add(facts.get(Fact.SECRET));
        named.replaceAll(String::strip);
        named.removeIf(String::isEmpty);
        return named;
    }

    private static List<Used> once(List<Used> used) {
        Map<List<String>, Used> first = new LinkedHashMap<>();
        for (Used u : used) {
            Reference r = u.reference();
            first.putIfAbsent(List.of(r.region(), r.id(), r.stage(), r.version()), u);
        }
        return List.copyOf(first.values());
    }
}
