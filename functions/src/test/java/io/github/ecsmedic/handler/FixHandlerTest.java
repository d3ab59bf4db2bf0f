package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.treat.Copying.Copied;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixHandlerTest {
    @Test
    void line_ofARunThatDidNothing_saysSo() {
        assertThat(FixHandler.line("r-1", List.of(), List.of(), new Copied(0, List.of())))
                .isEqualTo("{\"level\":\"INFO\",\"requestId\":\"r-1\",\"changed\":[],\"auditLag\":0,\"auditFaults\":[],"
                        + "\"told\":[]}");
    }

    @Test
    void line_whileTheSecondPlaceOfTheAuditLacksRecords_isAnErrorThatSaysWhy() {
        assertThat(FixHandler.line("r-1", List.of(), List.of(), new Copied(2, List.of("it is out of reach"))))
                .isEqualTo("{\"level\":\"ERROR\",\"requestId\":\"r-1\",\"changed\":[],\"auditLag\":2,"
                        + "\"auditFaults\":[\"it is out of reach\"],\"told\":[]}");
    }
}
