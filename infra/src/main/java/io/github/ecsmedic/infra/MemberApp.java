package io.github.ecsmedic.infra;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Prints the template that members deploy. */
public final class MemberApp {
    private MemberApp() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("ecs-medic-member");
        App app = new App(AppProps.builder().outdir(folder.toString()).build());
        MemberStack stack = new MemberStack(app);
        Object template = app.synth().getStackByName(stack.getStackName()).getTemplate();
        System.out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(template));
    }
}
