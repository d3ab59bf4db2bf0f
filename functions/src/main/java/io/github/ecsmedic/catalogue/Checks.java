package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.ContainerExit;
import io.github.ecsmedic.check.CulpritLog;
import io.github.ecsmedic.check.DeniedByPolicy;
import io.github.ecsmedic.check.EgressAddress;
import io.github.ecsmedic.check.EndpointPrivateDns;
import io.github.ecsmedic.check.InterfaceEndpoint;
import io.github.ecsmedic.check.PayingRole;
import io.github.ecsmedic.check.PublicPath;
import io.github.ecsmedic.check.RegistryLimit;
import io.github.ecsmedic.check.RolePolicy;
import io.github.ecsmedic.check.S3Destination;
import io.github.ecsmedic.check.S3Gateway;
import io.github.ecsmedic.check.StopOrder;
import io.github.ecsmedic.check.VpcDnsAttributes;
import java.util.List;

/** Every check, sorted by id. */
final class Checks {
    private Checks() {}

    static List<Check> all() {
        return List.of(
                new ContainerExit(),
                new DeniedByPolicy(),
                new EgressAddress(),
                new EndpointPrivateDns(),
                new InterfaceEndpoint(),
                new CulpritLog(),
                new PayingRole(),
                new PublicPath(),
                new RegistryLimit(),
                new RolePolicy(),
                new S3Destination(),
                new S3Gateway(),
                new StopOrder(),
                new VpcDnsAttributes());
    }
}
