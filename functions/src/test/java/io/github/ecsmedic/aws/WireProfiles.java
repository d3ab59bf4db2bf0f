package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.DnsProfile;
import io.github.ecsmedic.account.FakeAccount;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon Route 53 Profiles: which the VPC has, and what they bring by its ARN. */
final class WireProfiles implements WireService {
    private final Contents.Resolving names;
    private final Pages pages;

    WireProfiles(Contents.Resolving names, Pages pages) {
        this.names = names;
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "ListProfileAssociations" ->
                page(
                        q,
                        "ProfileAssociations",
                        names.profiles().stream()
                                .filter(p -> q.text("resourceId").equals(FakeAccount.VPC))
                                .map(p -> Tree.of(
                                        "ProfileId", p.id(), "ResourceId", FakeAccount.VPC, "Status", "COMPLETE"))
                                .toList());
            case "ListProfileResourceAssociations" -> {
                String id = q.path().substring(q.path().lastIndexOf('/') + 1);
                yield page(
                        q,
                        "ProfileResourceAssociations",
                        names.profiles().stream()
                                .filter(p -> p.id().equals(id))
                                .flatMap(WireProfiles::resources)
                                .map(arn -> Tree.of("ResourceArn", arn, "Status", "COMPLETE"))
                                .toList());
            }
            default -> throw new NotRendered(q.operation());
        };
    }

    private static Stream<String> resources(DnsProfile profile) {
        return Stream.of(
                        profile.zones().stream().map(zone -> "arn:aws:route53:::hostedzone/" + zone.id()),
                        profile.rules().stream()
                                .map(rule -> "arn:aws:route53resolver:us-east-1:" + FakeAccount.ID + ":resolver-rule/"
                                        + rule.id()),
                        profile.endpoints().stream())
                .flatMap(arns -> arns);
    }

    private HttpExecuteResponse page(Question q, String name, List<Tree> all) {
        Pages.Page<Tree> page = pages.of(all, q.text("nextToken"), 100);
        return Protocol.JSON.answer(q.operation(), Tree.of(name, page.items(), "NextToken", page.next()));
    }
}
