package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Capacity.Usage;
import io.github.ecsmedic.account.Contents;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Service Quotas: the one quota of the account, whatever its code. */
final class WireQuotas implements WireService {
    private final Contents.Places places;

    WireQuotas(Contents.Places places) {
        this.places = places;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "GetServiceQuota" ->
                Protocol.JSON.answer(
                        q.operation(),
                        Tree.of(
                                "Quota",
                                Tree.of(
                                        "QuotaCode",
                                        q.text("QuotaCode"),
                                        "QuotaName",
                                        places.quota().name(),
                                        "Value",
                                        places.quota().value(),
                                        "Adjustable",
                                        places.quota().adjustable(),
                                        "UsageMetric",
                                        usage(places.quota().usage()))));
            default -> throw new NotRendered(q.operation());
        };
    }

    private static @Nullable Tree usage(@Nullable Usage usage) {
        return usage == null
                ? null
                : Tree.of(
                        "MetricNamespace",
                        usage.namespace(),
                        "MetricName",
                        usage.metric(),
                        "MetricDimensions",
                        new Tree(new LinkedHashMap<>(usage.dimensions())));
    }
}
