package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Vault.Parameter;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import java.util.List;
import java.util.Optional;

/** Finds what a parameter that does not exist was probably meant to be: another version of it, or a name like its. */
final class NearParameter {
    private NearParameter() {}

    /** With at most two requests. */
    static Near of(Inquiry inquiry, Reference wanted) {
        String here = inquiry.subject().region();
        String region = wanted.region().isEmpty() ? here : wanted.region();
        Near near = Near.NOTHING;
        for (String prefix : NearName.places(wanted.id())) {
            if (near.isEmpty()) {
                near = near.and(among(inquiry, region, prefix, wanted));
            }
        }
        return near;
    }

    private static Near among(Inquiry inquiry, String region, String prefix, Reference wanted) {
        return switch (inquiry.account().vault().parametersLike(region, prefix)) {
            case Unknown<List<Parameter>> unknown -> Near.unread(unknown);
            case Known<List<Parameter>>(List<Parameter> names, String source) ->
                version(names, wanted)
                        .map(newest -> Near.found(
                                "near-parameter",
                                wanted.id(),
                                new Evidence(
                                        "There is a parameter " + wanted.id() + ", whose newest version is " + newest,
                                        source)))
                        .or(() -> NearName.of(
                                        wanted.id(),
                                        names.stream().map(Parameter::name).toList())
                                .map(name -> Near.found(
                                        "near-parameter", name, new Evidence("There is a parameter " + name, source))))
                        .orElse(Near.NOTHING);
        };
    }

    private static Optional<Long> version(List<Parameter> names, Reference wanted) {
        return names.stream()
                .filter(p -> p.name().equals(wanted.id()) && !wanted.version().isEmpty())
                .flatMap(p -> Optional.ofNullable(p.version()).stream())
                .findFirst();
    }
}
