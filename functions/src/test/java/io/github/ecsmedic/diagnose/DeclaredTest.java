package io.github.ecsmedic.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.EnableVpcDns;
import io.github.ecsmedic.fix.ExtendGracePeriod;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.ForceNewDeployment;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.ManagedBy;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaredTest {
    private static final Subject API =
            new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", "api", "task-1", "api:7");
    private static final Map<String, String> STACK =
            Map.of("aws:cloudformation:stack-name", "shop", "aws:cloudformation:logical-id", "It");
    private static final ManagedBy SHOP = new ManagedBy("the CloudFormation stack shop", "It");
    private static final Cause SLOW = cause(
            "health.start_period_too_short",
            Resources.of("target-group", "tg-1", "grace-period", "60s", "boot-time", "90s"));
    private static final Cause NAMES = cause(
            "dns.vpc_attributes_off", Resources.of("vpc", FakeAccount.VPC, "dns-attribute-off", "enableDnsSupport"));
    private static final Cause GONE = cause("image.digest_expired", Resources.NONE);

    private final FakeAccount account = FakeAccount.small();

    @Test
    void settingOfAService_thatAStackMade_saysSo() {
        assertThat(reason(new ExtendGracePeriod(), SLOW, tagged(STACK)))
                .isEqualTo(SHOP.after(new ExtendGracePeriod().caution(SLOW, API)));
    }

    @Test
    void settingOfAService_thatNobodyDeclared_saysNothing() {
        assertThat(reason(new ExtendGracePeriod(), SLOW, tagged(Map.of("team", "shop"))))
                .isEqualTo(new ExtendGracePeriod().caution(SLOW, API));
    }

    @Test
    void settingOfAService_thatTerraformMade_saysSo() {
        assertThat(reason(new ExtendGracePeriod(), SLOW, tagged(Map.of("managed-by", "terraform"))))
                .endsWith(
                        "managed by Terraform, as the tag managed-by says: its next deploy undoes this, so change it there"
                                + " as well");
    }

    @Test
    void newDeployment_ofTheSameDefinition_isUndoneByNoStack() {
        assertThat(reason(new ForceNewDeployment(), GONE, tagged(STACK)))
                .isEqualTo(new ForceNewDeployment().caution(GONE, API));
    }

    @Test
    void vpc_thatAStackMade_saysSo_whoeverMadeTheService() {
        assertThat(reason(new EnableVpcDns(), NAMES, account.tags(FakeAccount.VPC, STACK)))
                .isEqualTo(SHOP.after(new EnableVpcDns().caution(NAMES, API)));
    }

    @Test
    void vpc_ofAServiceThatAStackMade_isNotThereforeTheStacks() {
        assertThat(reason(new EnableVpcDns(), NAMES, tagged(STACK))).isEqualTo(new EnableVpcDns().caution(NAMES, API));
    }

    @Test
    void tags_thatCannotBeRead_sayNothing() {
        FakeAccount dark = account.tags(FakeAccount.VPC, STACK).unknown("ec2:DescribeTags", "AccessDenied");

        assertThat(reason(new EnableVpcDns(), NAMES, dark)).isEqualTo(new EnableVpcDns().caution(NAMES, API));
    }

    private static String reason(Fix fix, Cause cause, FakeAccount account) {
        return Remedies.of(List.of(cause), List.of(fix), new Declared(API, account)).stream()
                .map(Remedy::reason)
                .findFirst()
                .orElseThrow();
    }

    private FakeAccount tagged(Map<String, String> tags) {
        return account.service(new Service(
                "arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                "api",
                "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                "ACTIVE",
                2,
                1,
                0,
                "api:7",
                "FARGATE",
                "ECS",
                List.of(),
                Service.Balancing.NONE,
                List.of(),
                tags,
                null));
    }

    private static Cause cause(String id, Resources found) {
        return new Cause(id, Certainty.PROVEN, "It is so", found, List.of());
    }
}
