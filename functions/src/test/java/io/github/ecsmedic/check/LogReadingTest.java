package io.github.ecsmedic.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogReadingTest {
    record Words(String line, String fault, Resources named) {
        @Override
        public String toString() {
            return line;
        }
    }

    private static Words words(String line, String fault, String... named) {
        return new Words(line, fault, Resources.of(named));
    }

    static Stream<Words> words() {
        return Stream.of(
                words("Error: Cannot find module '@acme/rates'", "missing-module", "module", "@acme/rates"),
                words("ModuleNotFoundError: No module named 'yaml'", "missing-module", "module", "yaml"),
                words("ImportError: libpq.so.5: cannot open shared object file: No such file or directory", ""),
                words(
                        "app: error while loading shared libraries: libssl.so.3: cannot open",
                        "missing-module",
                        "module",
                        "libssl.so.3"),
                words("Error: Unable to access jarfile /srv/app.jar", "missing-module", "module", "/srv/app.jar"),
                words(
                        "ERROR connect ECONNREFUSED 10.0.4.2:6379",
                        "connection-refused",
                        "host",
                        "10.0.4.2",
                        "port",
                        "6379"),
                words("ERROR connect ECONNREFUSED ::1:6379", "connection-refused", "host", "::1", "port", "6379"),
                words(
                        "ERROR Connection refused: rates.example.com/10.0.4.2:8080",
                        "connection-refused",
                        "host",
                        "rates.example.com",
                        "port",
                        "8080"),
                words(
                        "ERROR connect amqp://relay:pw@mq.example.com:5672/live: Connection refused",
                        "connection-refused",
                        "host",
                        "mq.example.com",
                        "port",
                        "5672"),
                words(
                        "ERROR Connect to rates.example.com:8080 failed: Connection refused",
                        "connection-refused",
                        "host",
                        "rates.example.com",
                        "port",
                        "8080"),
                words("ERROR Connection refused", "connection-refused"),
                words("ERROR Connection refused (at /srv/store.js:17)", "connection-refused"),
                words("ERROR getaddrinfo ENOTFOUND db.example.com", "unresolved-host", "host", "db.example.com"),
                words("ERROR lookup db.example.com: i/o timeout", "unresolved-host", "host", "db.example.com"),
                words("curl: (6) Could not resolve host: db.example.com", "unresolved-host", "host", "db.example.com"),
                words("java.net.UnknownHostException: db.example.com.", "unresolved-host", "host", "db.example.com"),
                words(
                        "ERROR dial tcp 10.0.4.2:5432: i/o timeout",
                        "connection-timeout",
                        "host",
                        "10.0.4.2",
                        "port",
                        "5432"),
                words(
                        "ERROR connect ETIMEDOUT 10.0.4.2:5432",
                        "connection-timeout",
                        "host",
                        "10.0.4.2",
                        "port",
                        "5432"),
                words(
                        "db.example.com:5432 - no response",
                        "connection-timeout",
                        "host",
                        "db.example.com",
                        "port",
                        "5432"),
                words(
                        "ERROR Can't connect to MySQL server on 'db.example.com:3306' (110)",
                        "unreachable",
                        "host",
                        "db.example.com",
                        "port",
                        "3306"),
                words(
                        "ERROR dial tcp 10.0.4.2:5432: connect: no route to host",
                        "unreachable",
                        "host",
                        "10.0.4.2",
                        "port",
                        "5432"),
                words("Error: listen EADDRINUSE: address already in use 0.0.0.0:8080", "port-in-use", "port", "8080"),
                words("OSError: [Errno 98] Address already in use", "port-in-use"),
                words("ERROR Port 9000 is already in use", "port-in-use", "port", "9000"),
                words(
                        "Error: EACCES: permission denied, open '/data/state.json'",
                        "permission-denied",
                        "path",
                        "/data/state.json"),
                words(
                        "PermissionError: [Errno 13] Permission denied: '/data/state.db'",
                        "permission-denied",
                        "path",
                        "/data/state.db"),
                words("/bin/sh: /srv/start.sh: Permission denied", "permission-denied", "path", "/srv/start.sh"),
                words("ERROR open /data/x: permission denied", "permission-denied", "path", "/data/x"),
                words("ERROR listen tcp :80: bind: permission denied", "permission-denied", "port", "80"),
                words("exec /srv/bin/api: exec format error", "wrong-architecture", "command", "/srv/bin/api"),
                words("sh: 1: gunicorn: not found", "command-not-found", "command", "gunicorn"),
                words("env: 'node': No such file or directory", "command-not-found", "command", "node"),
                words("exec ./start.sh: no such file or directory", "command-not-found", "command", "./start.sh"),
                words(
                        "nginx: [emerg] unexpected \"}\" in /etc/nginx/nginx.conf:30",
                        "bad-configuration",
                        "config-file",
                        "/etc/nginx/nginx.conf:30"),
                words(
                        "ERROR /srv/conf/app.yaml: yaml: line 7: did not find expected key",
                        "bad-configuration",
                        "config-file",
                        "/srv/conf/app.yaml:7"),
                words(
                        "ERROR failed to parse /srv/conf/app.toml: expected a value",
                        "bad-configuration",
                        "config-file",
                        "/srv/conf/app.toml"),
                words("java.lang.OutOfMemoryError: Metaspace", "runtime-heap"),
                words(
                        "PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes)",
                        "runtime-heap"),
                words("ERROR write /data/x: no space left on device", "disk-full"),
                words(
                        "ERROR open /srv/rules.json: no such file or directory",
                        "missing-file",
                        "path",
                        "/srv/rules.json"),
                words(
                        "ERROR User is not authorized to perform: s3:GetObject on resource x",
                        "access-denied",
                        "action",
                        "s3:GetObject"),
                words("ERROR ledger is out of balance by 3", ""));
    }

    @ParameterizedTest
    @MethodSource("words")
    void line_thatNamesAFault_isReadWithExactNames(Words words) {
        assertThat(LogReading.of(List.of("starting", words.line(), "bye")))
                .isEqualTo(new LogReading(words.fault(), words.named(), words.line(), List.of(words.line())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Environment variable SEARCH_URL is not set",
                "environment variable \"SEARCH_URL\" should not be empty",
                "Error: Missing required environment variable: SEARCH_URL",
                "Required env var SEARCH_URL missing",
                "SEARCH_URL must be provided",
                "SEARCH_URL is undefined",
                "config error: SEARCH_URL environment variable not found",
                "required key SEARCH_URL missing value",
                "./run.sh: line 4: SEARCH_URL: unbound variable",
                "/entry.sh: 3: SEARCH_URL: parameter not set",
                "ImproperlyConfigured: Set the SEARCH_URL environment variable",
                "No value for setting SEARCH_URL",
                "KeyError: 'SEARCH_URL'",
                "Configuration value 'SEARCH_URL' is missing",
                "You must specify SEARCH_URL to a non-empty value",
                "The setting SEARCH_URL must not be empty",
                "Missing environment variables:\n    SEARCH_URL: url of the index",
                "\u001b[31mERROR\u001b[0m env SEARCH_URL is required",
            })
    void missingVariable_inWhateverWords_isNamed(String line) {
        LogReading reading = LogReading.of(List.of("starting", line));

        assertThat(reading.fault()).isEqualTo("missing-configuration");
        assertThat(reading.named().first("setting")).isEqualTo("SEARCH_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO SEARCH_URL is set",
                "Error: user 17 not found",
                "Error: HTTP 404 not found",
                "DEBUG environment is production",
                "ERROR KeyError: 'name'",
                "a valid licence is required",
            })
    void otherWords_aboutNoSetting_nameNone(String line) {
        assertThat(LogReading.of(List.of(line)).fault()).isEmpty();
    }

    @Test
    void twoReports_theLastEndsTheProcess() {
        assertThat(LogReading.of(List.of(
                                "Traceback (most recent call last):",
                                "  File \"/srv/a.py\", line 1, in <module>",
                                "KeyError: 'FIRST_TRY'",
                                "INFO restarted",
                                "Traceback (most recent call last):",
                                "  File \"/srv/b.py\", line 2, in <module>",
                                "ValueError: row 7"))
                        .lines())
                .containsExactly("  File \"/srv/b.py\", line 2, in <module>", "ValueError: row 7");
    }

    @Test
    void wordsThatItEnds_giveWayToTheErrorBefore() {
        assertThat(LogReading.of(List.of(
                        "ERROR lookup db.example.com: no such host", "INFO closing", "FATAL startup failed, exiting")))
                .isEqualTo(new LogReading(
                        "unresolved-host",
                        Resources.of("host", "db.example.com"),
                        "ERROR lookup db.example.com: no such host",
                        List.of("ERROR lookup db.example.com: no such host", "FATAL startup failed, exiting")));
    }

    @Test
    void retry_thatWorkedLater_isNoReason() {
        assertThat(LogReading.of(List.of(
                        "ERROR ledger: connect ECONNREFUSED 10.0.4.2:5432, retrying",
                        "INFO ledger connected",
                        "INFO stop")))
                .isEqualTo(new LogReading(
                        "",
                        Resources.NONE,
                        "",
                        List.of(
                                "ERROR ledger: connect ECONNREFUSED 10.0.4.2:5432, retrying",
                                "INFO ledger connected",
                                "INFO stop")));
    }

    @Test
    void retry_thatIsTheLastWord_isTheReason() {
        assertThat(LogReading.of(List.of("INFO start", "WARN ledger: connect ECONNREFUSED 10.0.4.2:5432, retrying")))
                .isEqualTo(new LogReading(
                        "connection-refused",
                        Resources.of("host", "10.0.4.2", "port", "5432"),
                        "WARN ledger: connect ECONNREFUSED 10.0.4.2:5432, retrying",
                        List.of("WARN ledger: connect ECONNREFUSED 10.0.4.2:5432, retrying")));
    }

    @Test
    void helperThatFails_isNoReason() {
        assertThat(LogReading.of(List.of("INFO start", "ERROR metrics flush failed: connection refused"))
                        .decisive())
                .isEmpty();
    }

    @Test
    void logThatSoundsLikeNoFailure_showsItsLastLines() {
        assertThat(LogReading.of(List.of("one\ntwo\nthree", "four", "five\n\nsix", "seven")))
                .isEqualTo(new LogReading("", Resources.NONE, "", List.of("three", "four", "five", "six", "seven")));
    }

    @Test
    void jsonLine_isShownInWords_andCutOffJsonToo() {
        assertThat(LogReading.of(
                                List.of(
                                        "{\"level\":\"error\",\"msg\":\"cannot open \\\"it\\\"\",\"error\":\"no \\u0041ir\",\"x\":[{\"a\":1}]}"))
                        .decisive())
                .isEqualTo("ERROR cannot open \"it\": no Air");
        assertThat(LogReading.of(List.of("{\"level\":50,\"msg\":\"cannot open th"))
                        .decisive())
                .isEqualTo("ERROR cannot open th");
    }

    @Test
    void hugeLine_isCut() {
        LogReading reading = LogReading.of(List.of("ERROR " + "x".repeat(100_000)));

        assertThat(reading.lines()).containsExactly("ERROR " + "x".repeat(394) + "…");
    }

    @Test
    void emptyLog_hasNoLines() {
        assertThat(LogReading.of(List.of("", "  "))).isEqualTo(new LogReading("", Resources.NONE, "", List.of()));
    }
}
