package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Vault.Parameter;
import java.util.List;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** The parameters of AWS Systems Manager by name, and never a value. */
final class WireParameters implements WireService {
    private final Contents.Kept kept;
    private final Pages pages;

    WireParameters(Contents.Kept kept, Pages pages) {
        this.kept = kept;
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "DescribeParameters" -> described(q);
            default -> throw new NotRendered(q.operation());
        };
    }

    /** Those whose name begins so come whole, as one request is all that is asked for them. */
    private HttpExecuteResponse described(Question q) {
        List<Json> filters = q.json().objects("ParameterFilters");
        List<Parameter> found = kept.parameters().stream()
                .filter(parameter -> filters.stream().allMatch(filter -> matches(filter, parameter)))
                .toList();
        if (filters.stream().noneMatch(filter -> filter.text("Option").equals("Equals"))) {
            return ok(q, found, "");
        }
        Pages.Page<Parameter> page = pages.of(found, q.text("NextToken"), q.most());
        return ok(q, page.items(), page.next());
    }

    private static boolean matches(Json filter, Parameter parameter) {
        return switch (filter.text("Option")) {
            case "Equals" -> filter.texts("Values").contains(parameter.name());
            case "BeginsWith" -> filter.texts("Values").stream().anyMatch(parameter.name()::startsWith);
            default -> throw new NotRendered("ssm:DescribeParameters by the option " + filter.text("Option"));
        };
    }

    private static HttpExecuteResponse ok(Question q, List<Parameter> parameters, String next) {
        List<Tree> all = parameters.stream().map(WireParameters::parameter).toList();
        return Protocol.JSON.answer(q.operation(), Tree.of("Parameters", all, "NextToken", next));
    }

    private static Tree parameter(Parameter p) {
        return Tree.of("Name", p.name(), "Type", p.type(), "KeyId", p.key(), "Version", p.version());
    }
}
