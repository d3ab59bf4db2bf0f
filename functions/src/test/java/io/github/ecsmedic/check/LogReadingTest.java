package io.github.ecsmedic.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogReadingTest {
    record Tail(String name, List<String> log, LogReading reading) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Tail tail(String name, String log, String fault, String what, String decisive, String... shown) {
        return new Tail(name, log.lines().toList(), new LogReading(fault, what, decisive, List.of(shown)));
    }

    static Stream<Tail> tails() {
        return Stream.of(
                tail(
                        "JVM: the root of a chain of causes",
                        """
                        2026-11-20 03:00:01 INFO  Starting OrdersApplication
                        2026-11-20 03:00:02 WARN  HikariPool-1 - Connection refused, retrying
                        2026-11-20 03:00:04 ERROR Application run failed
                        org.springframework.beans.factory.BeanCreationException: Error creating bean with name 'dataSource'
                        \tat org.springframework.beans.factory.support.Foo.create(Foo.java:11)
                        \tat com.example.orders.Main.main(Main.java:14)
                        Caused by: java.lang.IllegalArgumentException: Could not resolve placeholder 'orders.db.url' in value "${orders.db.url}"
                        \tat org.springframework.util.Bar.parse(Bar.java:180)
                        \tat com.example.orders.Settings.read(Settings.java:33)
                        \t... 21 more
                        2026-11-20 03:00:04 INFO  Shutting down
                        """,
                        "missing-configuration",
                        "orders.db.url",
                        "Caused by: java.lang.IllegalArgumentException: Could not resolve placeholder 'orders.db.url' in value \"${orders.db.url}\"",
                        "2026-11-20 03:00:04 ERROR Application run failed",
                        "org.springframework.beans.factory.BeanCreationException: Error creating bean with name 'dataSource'",
                        "Caused by: java.lang.IllegalArgumentException: Could not resolve placeholder 'orders.db.url' in value \"${orders.db.url}\"",
                        "\tat com.example.orders.Settings.read(Settings.java:33)"),
                tail(
                        "Node: a module that is not there",
                        """
                        node:internal/modules/cjs/loader:1228
                          throw err;
                          ^

                        Error: Cannot find module './lib/invoices'
                        Require stack:
                        - /srv/server.js
                            at Module._resolveFilename (node:internal/modules/cjs/loader:1225:15)
                            at Object.<anonymous> (/srv/server.js:3:18)
                        Node.js v22.11.0
                        """,
                        "missing-module",
                        "./lib/invoices",
                        "Error: Cannot find module './lib/invoices'",
                        "Error: Cannot find module './lib/invoices'"),
                tail(
                        "Node: a port that is taken",
                        """
                        booting
                        Error: listen EADDRINUSE: address already in use :::9090
                            at Server.setupListenHandle [as _listen2] (node:net:1908:16)
                            at Object.<anonymous> (/srv/index.js:40:5)
                        metrics flushed
                        """,
                        "port-in-use",
                        "9090",
                        "Error: listen EADDRINUSE: address already in use :::9090",
                        "Error: listen EADDRINUSE: address already in use :::9090",
                        "    at Object.<anonymous> (/srv/index.js:40:5)"),
                tail(
                        "Python: the variable that os.environ lacks",
                        """
                        INFO loading
                        Traceback (most recent call last):
                          File "/usr/local/lib/python3.13/runpy.py", line 88, in _run_code
                            exec(code, run_globals)
                          File "/srv/app/settings.py", line 9, in <module>
                            TOKEN = os.environ["BILLING_TOKEN"]
                          File "<frozen os>", line 717, in __getitem__
                        KeyError: 'BILLING_TOKEN'
                        """,
                        "missing-configuration",
                        "BILLING_TOKEN",
                        "KeyError: 'BILLING_TOKEN'",
                        "Traceback (most recent call last):",
                        "  File \"/srv/app/settings.py\", line 9, in <module>",
                        "KeyError: 'BILLING_TOKEN'"),
                tail(
                        "Python: settings that name the field on the line before",
                        """
                        pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings
                        redis_url
                          Field required [type=missing, input_value={}, input_type=dict]
                        """,
                        "missing-configuration",
                        "redis_url",
                        "Field required [type=missing, input_value={}, input_type=dict]",
                        "pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings",
                        "redis_url",
                        "  Field required [type=missing, input_value={}, input_type=dict]"),
                tail(
                        "Go: a database that refuses",
                        """
                        {"level":"info","msg":"listening"}
                        {"level":"warn","msg":"cache miss, retrying"}
                        panic: dial tcp 10.0.3.9:5432: connect: connection refused
                        goroutine 1 [running]:
                        main.main()
                        \t/src/cmd/api/main.go:31 +0x1d
                        """,
                        "connection-refused",
                        "10.0.3.9:5432",
                        "panic: dial tcp 10.0.3.9:5432: connect: connection refused",
                        "panic: dial tcp 10.0.3.9:5432: connect: connection refused",
                        "goroutine 1 [running]:"),
                tail(
                        "Go: a host that does not resolve",
                        """
                        2026/11/20 03:00:00 connecting
                        2026/11/20 03:00:05 FATAL: lookup queue.internal.example.com on 10.0.0.2:53: no such host
                        """,
                        "unresolved-host",
                        "queue.internal.example.com",
                        "2026/11/20 03:00:05 FATAL: lookup queue.internal.example.com on 10.0.0.2:53: no such host",
                        "2026/11/20 03:00:05 FATAL: lookup queue.internal.example.com on 10.0.0.2:53: no such host"),
                tail(
                        "Ruby: a key that ENV lacks",
                        """
                        => Booting Puma
                        /srv/config/queue.rb:4:in `fetch': key not found: "QUEUE_HOST" (KeyError)
                        \tfrom /srv/config/queue.rb:4:in `<top (required)>'
                        \tfrom /usr/local/bundle/gems/zeitwerk-2.7.1/lib/zeitwerk/kernel.rb:34:in `require'
                        """,
                        "missing-configuration",
                        "QUEUE_HOST",
                        "/srv/config/queue.rb:4:in `fetch': key not found: \"QUEUE_HOST\" (KeyError)",
                        "/srv/config/queue.rb:4:in `fetch': key not found: \"QUEUE_HOST\" (KeyError)",
                        "\tfrom /srv/config/queue.rb:4:in `<top (required)>'"),
                tail(
                        ".NET: an assembly that is not there",
                        """
                        info: Microsoft.Hosting.Lifetime[14]
                        Unhandled exception. System.IO.FileNotFoundException: Could not load file or assembly 'Example.Pricing, Version=1.2.0.0'. The system cannot find the file specified.
                           at Example.Shop.Program.Main(String[] args) in /src/Shop/Program.cs:line 12
                        """,
                        "missing-module",
                        "Example.Pricing",
                        "Unhandled exception. System.IO.FileNotFoundException: Could not load file or assembly 'Example.Pricing, Version=1.2.0.0'. The system cannot find the file specified.",
                        "Unhandled exception. System.IO.FileNotFoundException: Could not load file or assembly 'Example.Pricing, Version=1.2.0.0'. The system cannot find the file specified.",
                        "   at Example.Shop.Program.Main(String[] args) in /src/Shop/Program.cs:line 12"),
                tail(
                        "nginx: an upstream that does not resolve",
                        """
                        /docker-entrypoint.sh: Configuration complete; ready for start up
                        2026/11/20 03:00:00 [warn] 1#1: conflicting server name "_" on 0.0.0.0:80, ignored
                        2026/11/20 03:00:00 [emerg] 1#1: host not found in upstream "orders.local" in /etc/nginx/conf.d/site.conf:8
                        nginx: [emerg] host not found in upstream "orders.local" in /etc/nginx/conf.d/site.conf:8
                        """,
                        "unresolved-host",
                        "orders.local",
                        "nginx: [emerg] host not found in upstream \"orders.local\" in /etc/nginx/conf.d/site.conf:8",
                        "2026/11/20 03:00:00 [emerg] 1#1: host not found in upstream \"orders.local\" in /etc/nginx/conf.d/site.conf:8",
                        "nginx: [emerg] host not found in upstream \"orders.local\" in /etc/nginx/conf.d/site.conf:8"),
                tail(
                        "an error that names no known fault",
                        """
                        ready
                        ERROR ledger is out of balance by 3
                        bye
                        """,
                        "",
                        "",
                        "ERROR ledger is out of balance by 3",
                        "ERROR ledger is out of balance by 3"),
                tail(
                        "nothing that sounds like a failure: the last lines",
                        "one\ntwo\nthree\nfour\nfive\nsix\nseven",
                        "",
                        "",
                        "",
                        "three",
                        "four",
                        "five",
                        "six",
                        "seven"));
    }

    @ParameterizedTest
    @MethodSource("tails")
    void tail_ofALog_isReadAsItsDecisiveLines(Tail tail) {
        assertThat(LogReading.of(tail.log())).isEqualTo(tail.reading());
    }

    @ParameterizedTest
    @MethodSource("tails")
    void tail_amidUnrelatedNoise_isReadTheSame(Tail tail) {
        List<String> noisy = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            noisy.add("03:00:0" + i % 10 + " WARN  upstream slow, retrying (attempt " + i + ")");
            noisy.add("03:00:0" + i % 10 + " INFO  GET /things/" + i + " 200");
        }
        noisy.addAll(tail.log());
        if (!tail.reading().decisive().isEmpty()) {
            for (int i = 0; i < 30; i++) {
                noisy.add("INFO  flushed batch " + i);
            }
        }
        assertThat(LogReading.of(noisy)).isEqualTo(tail.reading());
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
        assertThat(reading.name()).isEqualTo("SEARCH_URL");
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
    void hugeLine_isCut() {
        LogReading reading = LogReading.of(List.of("ERROR " + "x".repeat(100_000)));

        assertThat(reading.lines()).containsExactly("ERROR " + "x".repeat(394) + "…");
    }

    @Test
    void emptyLog_hasNoLines() {
        assertThat(LogReading.of(List.of("", "  "))).isEqualTo(new LogReading("", "", "", List.of()));
    }
}
