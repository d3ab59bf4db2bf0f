package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.ConnectProxy;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** The proxy of Service Connect failed. */
public final class MeshProxyUnready implements CauseRule {
    @Override
    public String id() {
        return "mesh.proxy_unready";
    }

    @Override
    public String meaning() {
        return "The proxy of Service Connect beside the containers was not ready";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals(ConnectProxy.LABEL);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("connect-proxy"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "connect-proxy", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "connect-proxy");
    }
}
