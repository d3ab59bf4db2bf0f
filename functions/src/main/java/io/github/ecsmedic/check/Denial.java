package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.network.PolicyDecision.Request;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.List;
import java.util.Optional;

/**
 * A call that was denied, and the endpoint services that may have carried it.
 *
 * <p>Layers of an ECR image come from a bucket of AWS's own: a 403 while they are fetched is a denied read of it.
 */
public record Denial(Request request, List<String> services) {
    private static final String LAYERS = "-starport-layer-bucket/";
    private static final List<String> ECR = List.of("ecr.api", "ecr.dkr");

    public Denial {
        services = List.copyOf(services);
    }

    /** Whether what was asked for is known to lie in this region: the name of a bucket does not say. */
    public boolean regional() {
        return !services.contains("s3") || request.resource().contains(LAYERS);
    }

    /** What the message tells of it; empty when it tells of no denied call. */
    public static Optional<Denial> of(Inquiry inquiry) {
        Facts facts = inquiry.seen().facts();
        String action = facts.get(Fact.ACTION);
        if (action.indexOf(':') > 0) {
            String service = action.substring(0, action.indexOf(':'));
            String resource = action.equals("ecr:GetAuthorizationToken") ? "*" : whole(facts.get(Fact.RESOURCE));
            if (elsewhere(resource, inquiry.subject().region())) {
                return Optional.empty();
            }
            List<String> services =
                    !service.equals("ecr") ? List.of(service) : resource.equals("*") ? List.of("ecr.api") : ECR;
            return Optional.of(new Denial(new Request(action, resource, facts.get(Fact.ROLE)), services));
        }
        ImageReference image = ImageReference.parse(Leg.image(inquiry));
        boolean here =
                !image.ecr() || Hosts.here(image.host(), inquiry.subject().region());
        boolean layers = here
                && facts.get(Fact.STATUS_CODE).equals("403")
                && inquiry.seen().family().equals("image_pull")
                && (facts.get(Fact.PHASE).equals("layers") || Hosts.s3(facts.get(Fact.HOST)))
                && (image.ecr() || Hosts.s3(facts.get(Fact.HOST)));
        return layers
                ? Optional.of(new Denial(new Request("s3:GetObject", layer(inquiry), ""), List.of("s3")))
                : Optional.empty();
    }

    /** A name that is no ARN, and a secret's without its six random characters, are not what a policy compares. */
    private static String whole(String resource) {
        Optional<Arn> arn = Arn.parse(resource);
        boolean partial = arn.filter(a -> a.service().equals("secretsmanager"))
                .filter(a -> a.resource().length() < 7
                        || a.resource().charAt(a.resource().length() - 7) != '-')
                .isPresent();
        return arn.isEmpty() || partial ? "" : resource;
    }

    /** Endpoints carry only what is meant for their own region. */
    private static boolean elsewhere(String resource, String region) {
        return Arn.parse(resource)
                .filter(arn -> !arn.region().isEmpty() && !arn.region().equals(region))
                .isPresent();
    }

    /** The layers in the bucket of the region. */
    private static String layer(Inquiry inquiry) {
        String region = inquiry.subject().region();
        String partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        return "arn:" + partition + ":s3:::prod-" + region + "" + LAYERS + "*";
    }
}
