package io.github.ecsmedic.handler;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.Settings;
import java.util.List;
import java.util.Map;

/** What the function is made of. */
final class Wiring {
    private Wiring() {}

    static BatchWork work(Map<String, String> environment) {
        Settings settings = Settings.read(environment);
        return new BatchWork(
                Catalogue.full().diagnoser()::diagnose,
                (region, budget) -> {
                    throw new IllegalStateException("stand-in");
                },
                List.of(),
                settings.logLines());
    }
}
