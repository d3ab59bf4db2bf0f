package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.signature.Agent;
import io.github.ecsmedic.signature.App;
import io.github.ecsmedic.signature.Capacity;
import io.github.ecsmedic.signature.ContainerConfig;
import io.github.ecsmedic.signature.ContainerDependency;
import io.github.ecsmedic.signature.Deployment;
import io.github.ecsmedic.signature.EnvFile;
import io.github.ecsmedic.signature.Health;
import io.github.ecsmedic.signature.Host;
import io.github.ecsmedic.signature.Iam;
import io.github.ecsmedic.signature.ImagePull;
import io.github.ecsmedic.signature.Lifecycle;
import io.github.ecsmedic.signature.Logging;
import io.github.ecsmedic.signature.Memory;
import io.github.ecsmedic.signature.Network;
import io.github.ecsmedic.signature.RegistryAuth;
import io.github.ecsmedic.signature.ResourceInit;
import io.github.ecsmedic.signature.Secrets;
import io.github.ecsmedic.signature.ServiceApi;
import io.github.ecsmedic.signature.ServiceConnect;
import io.github.ecsmedic.signature.Signature;
import io.github.ecsmedic.signature.Storage;
import io.github.ecsmedic.signature.Unknown;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Every signature, family after family, in the order in which they are tried. */
final class Signatures {
    private Signatures() {}

    static List<Signature> all() {
        return Stream.of(
                        Lifecycle.signatures(),
                        Deployment.signatures(),
                        Host.signatures(),
                        Health.signatures(),
                        Capacity.signatures(),
                        Memory.signatures(),
                        ServiceConnect.signatures(),
                        Network.signatures(),
                        Iam.signatures(),
                        RegistryAuth.signatures(),
                        EnvFile.signatures(),
                        Secrets.signatures(),
                        Logging.signatures(),
                        Storage.signatures(),
                        Agent.signatures(),
                        ImagePull.signatures(),
                        ContainerConfig.signatures(),
                        ContainerDependency.signatures(),
                        ServiceApi.signatures(),
                        ResourceInit.signatures(),
                        App.signatures(),
                        Unknown.signatures())
                .flatMap(Collection::stream)
                .toList();
    }
}
