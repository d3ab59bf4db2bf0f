package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
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
                                        places.quota().adjustable())));
            default -> throw new NotRendered(q.operation());
        };
    }
}
