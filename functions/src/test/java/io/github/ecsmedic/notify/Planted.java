package io.github.ecsmedic.notify;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Log lines with made-up secrets in them, put together here so that no scanner takes them for real ones. */
public final class Planted {
    /**
     * A line with a secret.
     *
     * @param secret what must not be seen in what is told
     */
    public record Line(String name, String before, String secret, String after) {
        public String text() {
            return before + secret + after;
        }

        /** What of the secret stands in a text that is told: its words, and any ten characters of it in a row. */
        public List<String> seenIn(String told) {
            List<String> seen = new ArrayList<>();
            for (String piece : Pattern.compile("[\\s\\\\\"',;{}]+").split(secret)) {
                if (piece.length() >= SHORTEST && told.contains(piece)) {
                    seen.add(piece);
                }
            }
            for (int i = 0; i + WINDOW <= secret.length(); i++) {
                if (told.contains(secret.substring(i, i + WINDOW))) {
                    seen.add(secret.substring(i, i + WINDOW));
                }
            }
            return seen;
        }
    }

    private static final int SHORTEST = 5;
    private static final int WINDOW = 10;

    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String BASE_62 = UPPER + "abcdefghijklmnopqrstuvwxyz" + DIGITS;

    private final Random random;
    private final List<Line> lines = new ArrayList<>();

    private Planted(long seed) {
        random = new Random(seed);
    }

    /** All forms, with secrets drawn by this seed. */
    public static List<Line> lines(long seed) {
        Planted planted = new Planted(seed);
        planted.keys();
        planted.vendors();
        planted.urls();
        planted.headers();
        planted.settings();
        planted.structures();
        planted.spoken();
        planted.long_();
        return List.copyOf(planted.lines);
    }

    private void keys() {
        for (String kind : List.of("AK", "AS")) {
            add("aws key id " + kind, "using ", kind + "IA" + drawn(16, UPPER + DIGITS), " for s3");
        }
        add("aws key cut", "using ", "AK" + "IA" + drawn(7, UPPER + DIGITS), "");
        add("aws secret key", "aws_secret_" + "access_key = ", drawn(40, BASE_62 + "+/"), "");
        add("aws secret key alone", "got ", drawn(40, BASE_62), " back");
        add("aws session token", "AWS_SESSION_" + "TOKEN=", "IQoJb3JpZ2lu" + drawn(120, BASE_62 + "+/"), "");
        String pem = "-----BEGIN " + "RSA PRIVATE KEY-----";
        String end = "-----END " + "RSA PRIVATE KEY-----";
        add("private key", "key: " + pem + "\n", drawn(64, BASE_62) + "\n" + drawn(64, BASE_62), "\n" + end);
        add("private key on one line", pem + "\\n", drawn(64, BASE_62) + "\\n" + drawn(20, BASE_62), "\\n" + end);
        add("private key cut", pem + "\n", drawn(30, BASE_62), "");
        add("private key without its beginning", "", drawn(50, BASE_62) + "==\n", end);
        add("ec private key", "-----BEGIN " + "EC PRIVATE KEY-----\n", drawn(48, BASE_62), "\n");
        add("openssh private key", "-----BEGIN " + "OPENSSH PRIVATE KEY-----\n", "b3BlbnNz" + drawn(60, BASE_62), "");
        add("pgp private key", "-----BEGIN PGP " + "PRIVATE KEY BLOCK-----\n\n", "lQOY" + drawn(60, BASE_62), "\n");
        add("web token", "jwt ", web(), " rejected");
        add("web token cut", "jwt ", "ey" + "J" + drawn(30, BASE_62), "");
        add("bcrypt hash", "stored ", "$2b$" + "12$" + drawn(53, BASE_62), "");
        add("sha-512 crypt hash", "root:", "$6$" + drawn(8, BASE_62) + "$" + drawn(60, BASE_62), ":19000:0");
        add("argon hash", "hash ", "$argon2id$" + "v=19$m=65536$" + drawn(40, BASE_62), "");
    }

    private void vendors() {
        for (String prefix :
                List.of("gh" + "p_", "gh" + "o_", "gh" + "s_", "github" + "_pat_", "gl" + "pat-", "dckr" + "_pat_")) {
            add("token " + prefix, "clone with ", prefix + drawn(36, BASE_62), " failed");
        }
        for (String prefix : List.of(
                "sk_" + "live_", "sk_" + "test_", "rk_" + "live_", "wh" + "sec_", "sk-" + "ant-", "sk-" + "proj-")) {
            add("token " + prefix, "stripe ", prefix + drawn(24, BASE_62), "");
        }
        for (String prefix : List.of("xo" + "xb-", "xo" + "xp-", "xa" + "pp-")) {
            add("token " + prefix, "slack ", prefix + drawn(11, DIGITS) + "-" + drawn(24, BASE_62), "");
        }
        for (String prefix : List.of(
                "AI" + "za",
                "ya" + "29.",
                "GOC" + "SPX-",
                "np" + "m_",
                "py" + "pi-",
                "hv" + "s.",
                "NR" + "AK-",
                "PM" + "AK-",
                "gl" + "sa_",
                "lin_" + "api_",
                "dop_" + "v1_",
                "shp" + "at_",
                "hf" + "_",
                "SG" + ".",
                "ATA" + "TT3x")) {
            add("token " + prefix, "vendor ", prefix + drawn(36, BASE_62), " .");
        }
        add("open ai", "key ", "s" + "k-" + drawn(48, BASE_62), "");
        add(
                "slack web hook",
                "post https://hooks.slack.com/" + "services/",
                "T" + drawn(8, UPPER) + "/B" + drawn(8, UPPER) + "/" + drawn(24, BASE_62),
                "");
        add(
                "discord web hook",
                "https://discord.com/api/" + "webhooks/",
                drawn(18, DIGITS) + "/" + drawn(60, BASE_62),
                "");
        add(
                "telegram bot",
                "https://api.telegram.org/" + "bot",
                drawn(9, DIGITS) + ":AA" + drawn(33, BASE_62),
                "/sendMessage");
    }

    private void urls() {
        for (String scheme : List.of(
                "postgres",
                "postgresql",
                "mysql",
                "mongodb",
                "mongodb+srv",
                "redis",
                "rediss",
                "amqp",
                "https",
                "ftp",
                "smtp",
                "clickhouse",
                "sqlserver",
                "jdbc:postgresql",
                "jdbc:mysql")) {
            add("url " + scheme, "connect " + scheme + "://app:", word(), "@db.example.com:5432/app?ssl=1");
        }
        add("url without user", "redis://:", word(), "@cache.example.com:6379/0");
        add("url with a sign in it", "postgres://app:", "p@" + word(), "@db.example.com/app");
        add("url with a slash in it", "postgres://app:", word() + "/" + word(), "@db.example.com/app");
        add("url with only a token", "git clone https://", word() + word(), "@git.example.com/x.git");
        add("url cut", "dial postgres://app:", word() + "x", "");
        add("url in quotes", "\"DATABASE_URL\":\"postgres://app:", word(), "@db.example.com/app\"");
        add("jdbc parameters", "jdbc:mysql://db.example.com/app?user=app&pass" + "word=", word(), "&useSSL=true");
        add("jdbc oracle", "jdbc:oracle:thin:scott/", word(), "@//db.example.com:1521/x");
        add("go driver", "open app:", word(), "@tcp(10.0.0.5:3306)/app: refused");
        add("user and password", "login app:", word(), "@smtp.example.com failed");
        add("signed url", "https://b.s3.amazonaws.com/k?X-Amz-Signature=", drawn(64, "0123456789abcdef"), "&x=1");
        add("signed url token", "GET /k?X-Amz-Security-Token=", drawn(50, BASE_62), "&x=1");
        add("sas", "https://x.blob.core.windows.net/c?sv=1&sig=", drawn(40, BASE_62) + "%3D", "");
        add("query key", "GET /v1?q=1&key=", word(), " 403");
        add("storage account", "AccountName=x;Account" + "Key=", drawn(86, BASE_62 + "+/") + "==", "");
        add("sql server", "Server=db;User Id=sa;Pass" + "word=", word() + "!;x", "");
    }

    private void headers() {
        add("bearer", "Authorization: Bearer ", drawn(20, BASE_62), "");
        add("bearer in json", "{\"authorization\":\"Bearer ", drawn(20, BASE_62), "\"}");
        add("bearer alone", "sent bearer ", drawn(30, BASE_62), " to x");
        add("basic", "Authorization: Basic ", drawn(24, BASE_62) + "==", "");
        add("basic in curl", "curl -H 'Authorization: Basic ", drawn(18, BASE_62) + "=", "' https://example.com");
        add("token header", "authorization: token ", drawn(20, BASE_62), "");
        add("bare header", "authorization=", word(), "");
        add("api key header", "x-api-key: ", word(), "");
        add("auth token header", "X-Auth-Token: ", word(), " sent");
        add("cookie", "Cookie: session=", word() + "; b=" + word(), "");
        add("set-cookie", "set-cookie: sid=", word(), "; Path=/");
        add("curl user", "curl -u app:", word(), " https://example.com");
        add("docker login", "docker login -u app -p ", word(), " registry.example.com");
        add("mysql", "mysql -h db -u app -p", word(), " app");
    }

    private void settings() {
        for (String name : List.of(
                "DB_PASSWORD",
                "POSTGRES_PASSWORD",
                "password",
                "PGPASSWORD",
                "passwd",
                "pwd",
                "DB_PASS",
                "secret",
                "CLIENT_SECRET",
                "clientSecret",
                "API_KEY",
                "apiKey",
                "api-key",
                "auth_token",
                "ACCESS_TOKEN",
                "refreshToken",
                "SECRET_KEY_BASE",
                "JWT_SECRET",
                "ENCRYPTION_KEY",
                "DD_API_KEY",
                "NPM_TOKEN",
                "passphrase",
                "private_key",
                "spring.datasource.password",
                "MASTER_KEY",
                "DSN",
                "dbPwd")) {
            add(name + "=", name + "=", word(), "");
            add(name + "='", "export " + name + "='", word() + " " + word(), "' && run");
            add(name + "\":\"", "{\"user\":\"app\",\"" + name + "\":\"", word(), "\",\"port\":1}");
            add(name + " escaped", "{\\\"" + name + "\\\":\\\"", word(), "\\\",\\\"port\\\":1}");
            add(name + ":", "map[" + name + ":", word(), " USER:app]");
            add(name + ": ", name + ": ", word() + "7x", "");
            add(name + " = ", name + " = ", word(), "");
        }
        add("option", "run --password ", word(), " --port 80");
        add("option =", "run --db-password=", word(), " --port 80");
        add("java option", "java -Djavax.net.ssl.keyStorePassword=", word(), " -jar x");
        add("rust", "Config { password: Some(\"", word() + " " + word(), "\"), port: 1 }");
        add("hash rocket", ":password => '", word(), "'");
        add("python", "{'password': '", word(), "', 'x': 1}");
        add("url-encoded", "body user=app%26&password%3D", word(), "");
        add("last word", "Password: ", "hunterhunter", "");
        add("list", "\"tokens\":[\"", word() + "\",\"" + word(), "\"]");
        add("open quote", "password=\"", word() + " " + word(), "");
        add("php", "'password' => '", word(), "',");
        add("toml", "api_token = \"", word(), "\"");
        add("properties", "spring.redis.password: ", word(), "");
    }

    private void structures() {
        add("ecs environment", "{\"name\":\"DB_PASSWORD\",\"value\":\"", word(), "\"}");
        add("ecs environment, escaped", "{\\\"name\\\": \\\"API_TOKEN\\\", \\\"value\\\": \\\"", word(), "\\\"}");
        add("ecs environment, turned", "{\"value\":\"", word(), "\",\"name\":\"DB_PASSWORD\"}");
        add("go struct", "{Name:DB_PASSWORD Value:", word(), "}");
        add("yaml", "- name: DB_PASSWORD\n  value: ", word(), "\n");
        add("xml", "<db><password>", word(), "</password></db>");
        add("xml with attribute", "<secretKey type=\"x\">", word(), "</secretKey>");
        add("npmrc", "//registry.example.com/:_authToken=", word(), "");
        add("docker config", "{\"auths\":{\"x\":{\"auth\":\"", drawn(20, BASE_62), "\"}}}");
        add("netrc", "machine example.com login app password ", word(), "");
    }

    private void spoken() {
        add("sql", "ALTER USER app IDENTIFIED BY '", word(), "'");
        add("sql password", "CREATE ROLE app PASSWORD '", word(), "'");
        add("said", "the password is ", word() + "9", " now");
        add("said in quotes", "password \"", word(), "\"");
    }

    private void long_() {
        add("base64", "blob ", drawn(44, BASE_62), " end");
        add("base64url", "blob ", drawn(20, BASE_62) + "-" + drawn(23, BASE_62), " end");
        add("hexadecimal", "value ", drawn(48, "0123456789abcdef"), "");
        add("base36", "value ", drawn(40, "abcdefghijklmnopqrstuvwxyz" + DIGITS), "");
    }

    private void add(String name, String before, String secret, String after) {
        lines.add(new Line(name, before, secret, after));
    }

    private String web() {
        return "ey" + "J" + drawn(20, BASE_62) + ".ey" + "J" + drawn(40, BASE_62) + "." + drawn(43, BASE_62 + "-_");
    }

    /** A password as people choose them: a word, a sign, a number. */
    private String word() {
        return "Tr" + drawn(3, "aeiou") + drawn(4, "bcdfghklm") + drawn(1, "!#$%^*") + drawn(3, DIGITS);
    }

    private String drawn(int length, String from) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
