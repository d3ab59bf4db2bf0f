package io.github.ecsmedic.check;

import static io.github.ecsmedic.check.LogPhrase.phrase;

import java.util.List;

/** What keeps a program from starting: modules, commands, ports, permissions, its configuration's form, memory. */
final class StartPhrases {
    private static final String PATH = "path";
    private static final String PORT = "port";
    private static final String MODULE = "module";
    private static final String FILE = "config-file";

    private StartPhrases() {}

    static List<LogPhrase> module() {
        return List.of(
                phrase("cannot find", MODULE, "Cannot find (?:module|package) ['\"]([^'\"]+)['\"]"),
                phrase("no module named", MODULE, "No module named ['\"]?([\\w.]+)"),
                phrase("cannot import name", MODULE, "cannot import name ['\"]([^'\"]+)['\"]"),
                phrase(
                        "classnotfound|noclassdef",
                        MODULE,
                        "(?:ClassNotFoundException|NoClassDefFoundError): ([\\w./$-]+)"),
                phrase("main class", MODULE, "Could not find or load main class ([\\w.$]+)"),
                phrase("cannot load such file", MODULE, "cannot load such file -- (\\S+)"),
                phrase(
                        "could not find",
                        MODULE,
                        "Could not find (?:gem ')?([\\w-]+)[^\\n]* in (?:any of the sources|locally installed gems|rubygems)"),
                phrase("could not load file or assembly", MODULE, "Could not load file or assembly '([^',]+)"),
                phrase("shared libraries", MODULE, "error while loading shared libraries: ([^:\\s]+)"),
                phrase("access jarfile", MODULE, "Unable to access jarfile (\\S+)"),
                phrase("class \"|class '", MODULE, "Class [\"']([\\w\\\\]+)[\"'] not found"),
                phrase(
                        "unable to load dynamic library|dlopen",
                        MODULE,
                        "(?:Unable to load dynamic library '|dlopen\\(\\) \")([^'\"]+)[\"']"),
                phrase("missing script", MODULE, "Missing script: \"([^\"]+)\""));
    }

    static List<LogPhrase> heap() {
        return List.of(
                phrase("heap out of memory", "", "heap out of memory"),
                phrase("outofmemoryerror", "", "java\\.lang\\.OutOfMemoryError"),
                phrase("outofmemoryexception", "", "System\\.OutOfMemoryException"),
                phrase("allowed memory size", "", "Allowed memory size of \\d+ bytes exhausted"),
                phrase(
                        "reserve enough space",
                        "",
                        "Could not reserve enough space for (?:object heap|[\\dKMG]+ object heap)"),
                phrase("memory", "", "fatal error: runtime: out of memory|^MemoryError|NoMemoryError"));
    }

    static List<LogPhrase> architecture() {
        return List.of(
                phrase("exec format error", "command", "exec ([^\\s:]+): exec format error"),
                phrase("exec format error", "", "(?i:exec format error)"),
                phrase(
                        "wrong elf class|cannot execute binary file",
                        "command",
                        "([^\\s:]+): (?:wrong ELF class|cannot execute binary file)"));
    }

    static List<LogPhrase> command() {
        return List.of(
                phrase("executable file not found", "command", "exec: \"([^\"]+)\": executable file not found"),
                phrase(
                        "no such file",
                        "command",
                        "exec:? \"?([^\\s\":]+)\"?: (?:stat [^\\s:]+: )?no such file or directory"),
                phrase("env: ", "command", "env: ['‘\"]?([^'’\":\\s\\\\]+)[^\\n]*: No such file or directory"),
                phrase(
                        "not found",
                        "command",
                        "(?:^|/)(?:sh|bash|ash|dash|[\\w.-]+\\.sh|exec|[\\w-]*entrypoint): (?:line )?(?:\\d+:)? ?(?:exec: )?(?:line \\d+: )?([\\w./-]+): (?:command )?not found"),
                phrase(
                        "no such file",
                        "command",
                        "(?:^|/)(?:sh|bash|ash|dash|[\\w.-]+\\.sh): (?:line )?(?:\\d+:)? ?([\\w./-]+): No such file or directory"));
    }

    static List<LogPhrase> portInUse() {
        return List.of(
                phrase("eaddrinuse", PORT, "EADDRINUSE[^\\n]*?:(\\d{2,5})\\b"),
                phrase("failed (98", PORT, "bind\\(\\) to [^\\s]*?:?(\\d{2,5}) failed \\(98"),
                phrase(
                        "address already in use",
                        PORT,
                        "listen (?:tcp|udp)[46]? [^\\s]*?:(\\d{2,5}): bind: address already in use"),
                phrase("already in use", PORT, "(?i:port) (\\d{2,5}) (?:was|is) already in use"),
                phrase(
                        "address already in use",
                        PORT,
                        "(?i:bind to|bind on|listen on|binding to|for) [^\\n]*?:(\\d{2,5})\\b[^\\n]*?(?i:address already in use)"),
                phrase(
                        "cannot bind|could not bind",
                        PORT,
                        "(?:cannot|could not) bind[^\\n]*?:(\\d{2,5})\\b[^\\n]*?(?i:in use)"),
                phrase(
                        "address already in use",
                        PORT,
                        "(?i:address already in use)[^\\n]*?[:,] ?(?i:port )?(\\d{2,5})\\b"),
                phrase("already in use", PORT, "(?i:address already in use)[^\\n]*? port (\\d{2,5})"),
                phrase("address already in use", PORT, "'[^']*', (\\d{2,5})\\)[^\\n]*(?i:address already in use)"),
                phrase("address already in use|addrinuse", "", "(?i:address already in use|AddrInUse)"));
    }

    static List<LogPhrase> permission() {
        return List.of(
                phrase("eacces", PATH, "EACCES: permission denied, \\w+ '([^']+)'"),
                phrase("eacces", PORT, "EACCES[^\\n]*?:(\\d{2,5})\\b"),
                phrase("permission denied: '", PATH, "Permission denied: '([^']+)'"),
                phrase("accessdeniedexception: /", PATH, "AccessDeniedException: (/\\S+)"),
                phrase("failed (13", PATH, "(?:open|mkdir|chown|stat)\\(\\) \"([^\"]+)\" failed \\(13"),
                phrase("failed (13", PORT, "bind\\(\\) to [^\\s]*?:?(\\d{2,5}) failed \\(13"),
                phrase("permission denied", PORT, "(?i:bind|listen)[^\\n]*?:(\\d{1,5})\\b[^\\n]*?[Pp]ermission denied"),
                phrase(
                        "permission denied",
                        PATH,
                        "(?:open|mkdir|fork/exec|stat|unlink|rename|chown|exec) \"?(/[^\\s\":]+)\"?: permission denied"),
                phrase("access to the path", PATH, "Access to the path '([^']+)' is denied"),
                phrase("permission denied", PATH, "Permission denied @ \\w+ - (/[^\\s)]+)"),
                phrase(
                        "permission denied",
                        PATH,
                        "(?:^|[\\s:'\"(])(/[^\\s:'\"()]+)['\")]*:? ?\\(?[Pp]ermission denied"),
                phrase("permission denied", PATH, "(/[\\w./-]+)\\): [^\\n]*: Permission denied"),
                phrase(
                        "failed to open stream: permission",
                        PATH,
                        "\\(([^)\\s]+)\\): [Ff]ailed to open stream: Permission denied"));
    }

    static List<LogPhrase> diskFull() {
        return List.of(phrase("no space left", "", "(?i:no space left on device)"), phrase("enospc", "", "ENOSPC"));
    }

    static List<LogPhrase> syntax() {
        return List.of(
                phrase(
                        "[emerg]",
                        FILE,
                        "\\[emerg\\] [^\\n]*?(?:unknown directive|unexpected|invalid|not terminated|not allowed|is duplicate|no servers are inside|no \"[^\"]+\" is defined)[^\\n]*? in ([^\\s:]+:\\d+)"),
                phrase("parsing [", FILE, "parsing \\[([^\\]\\s]+:\\d+)\\]"),
                phrase("syntax error on line", FILE, "Syntax error on line \\d+ of ([^\\s:]+)"),
                phrase(
                        "in \"",
                        FILE + "|+line",
                        "(?:ScannerError|ParserError|YAMLException|SyntaxError|mapping values)[^\\n]*(?:\\n[^\\n]*){0,4}? in \"([^\"]+)\", line (\\d+)"),
                phrase(
                        "failed to load from",
                        FILE,
                        "(?:Unable to parse|Failed to load|Could not parse|failed to parse) [^\\n]*?(/[\\w./-]+\\.(?:ya?ml|json|toml|conf|xml|properties))"),
                phrase("yaml: ", FILE + "|+line", "([\\w./-]+\\.ya?ml)[^\\n]*yaml: (?:line (\\d+))?"),
                phrase("yaml: ", "", "yaml: (?:line \\d+|unmarshal errors)"),
                phrase(
                        "in json at position|json",
                        FILE,
                        "([\\w./-]+\\.json): [^\\n]*(?:in JSON at position|Unexpected token|JSON)"),
                phrase(
                        "could not parse|failed to parse|unable to parse|cannot parse|error parsing|parsing config",
                        FILE,
                        "(?i:(?:could not|failed to|unable to|cannot) parse|error parsing|parsing config)[^\\n]*?([\\w./-]*\\w\\.(?:ya?ml|json|toml|conf|cfg|ini|xml|properties)(?::\\d+)?)"),
                phrase(
                        "jsondecodeerror|yamlexception|scannererror|tomldecodeerror",
                        "",
                        "JSONDecodeError|YAMLException|ScannerError|TOMLDecodeError"),
                phrase("invalid character", "", "invalid character '[^\\n]{1,4}' (?:looking for|after|in)"));
    }

    /** What a server says of its configuration as a whole; the reason behind it is looked for first. */
    static List<LogPhrase> configuration() {
        return List.of(
                phrase(
                        "error initializing configuration",
                        FILE + "|+line",
                        "error initializing configuration '([^']+)'(?:[^\\n]* line (\\d+))?"),
                phrase("protobuf message", "", "Protobuf message \\(type [^\\n]*\\) has unknown fields"),
                phrase("error parsing config", "", "(?i:error parsing (?:config\\w*|configuration))"),
                phrase("fatal config file error", "", "FATAL CONFIG FILE ERROR"));
    }

    static List<LogPhrase> file() {
        return List.of(
                phrase("enoent", PATH, "ENOENT: no such file or directory, \\w+ '([^']+)'"),
                phrase("no such file", PATH, "No such file or directory: '([^']+)'"),
                phrase("no such file", PATH, "(?:open|stat|chdir|read) \"?([^\\s\":]+)\"?: no such file or directory"),
                phrase("failed (2", PATH, "(?:open|stat|BIO_new_file)\\(\\)? ?\"([^\"]+)\"\\)? failed \\((?:2|SSL)"),
                phrase("cannot load certificate", PATH, "cannot load certificate(?: key)? \"([^\"]+)\""),
                phrase("no such file", PATH, "No such file or directory @ \\w+ - (/\\S+)"),
                phrase("could not find file", PATH, "Could not find file '([^']+)'"),
                phrase(
                        "nosuchfileexception|filenotfoundexception",
                        PATH,
                        "(?:NoSuchFileException|FileNotFoundException): ([^\\s(]+)"),
                phrase("unable to read file", PATH, "unable to read file: ([^\\s]+)"),
                phrase("invalid path", PATH, "Invalid path: (\\S+)"));
    }
}
