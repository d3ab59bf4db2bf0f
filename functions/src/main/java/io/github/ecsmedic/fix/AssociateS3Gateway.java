package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds the route table to the S3 gateway endpoint that exists. */
public final class AssociateS3Gateway implements Fix {
    @Override
    public String id() {
        return "associate-s3-gateway";
    }

    @Override
    public String says() {
        return "associate the S3 gateway endpoint with the route table";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.s3_gateway_not_associated");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String endpoint = cause.resources().first("endpoint");
        String table = cause.resources().first("route-table");
        return endpoint.isEmpty() || table.isEmpty()
                ? List.of()
                : List.of(new EndpointRoute(subject.region(), endpoint, table, true));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it changes the way to S3 for every subnet of "
                + cause.resources().first("route-table")
                + ": open connections to S3 are cut once, and bucket policies that name a public source address stop matching";
    }
}
