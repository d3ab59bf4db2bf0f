package io.github.ecsmedic.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of literals in the resources, written anew by {@code -Dgolden.write=true}. */
class LiteralsTest {
    private static final Path FILE = Path.of("src/main/resources" + Literals.RESOURCE);

    @Test
    void table_inTheResources_isThatOfTheCatalogue() throws IOException {
        byte[] table = LiteralTable.of(LiteralTable.literals(Catalogue.full().signatures()));

        if (Boolean.getBoolean("golden.write")) {
            Files.write(FILE, table);
        }

        assertThat(Files.readAllBytes(FILE))
                .as(FILE + " is stale: write it by -Dgolden.write=true")
                .isEqualTo(table);
    }
}
