package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

class SdkWiringTest {
    private static final String FUNCTION = "AWS_LAMBDA_FUNCTION_NAME";
    private static final String ADDRESS = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

    @Test
    void credentials_ofAFunction_areThoseOfItsEnvironment() {
        assertThat(SdkWiring.credentials(Map.of(FUNCTION, "made-up")))
                .isInstanceOf(EnvironmentVariableCredentialsProvider.class);
    }

    @Test
    void credentials_ofAFunctionFromASnapshot_areAskedFor() {
        assertThat(SdkWiring.credentials(Map.of(FUNCTION, "made-up", ADDRESS, "http://127.0.0.1:9001/")))
                .isInstanceOf(ContainerCredentialsProvider.class);
    }

    @Test
    void credentials_ofAShell_areLookedForEverywhere() {
        assertThat(SdkWiring.credentials(Map.of(ADDRESS, "http://127.0.0.1:9001/")))
                .isNotInstanceOf(ContainerCredentialsProvider.class);
    }
}
