package io.github.ecsmedic.signature;

/** A kind of fact that a message can hold. */
public enum Fact {
    /** The host that was asked, e.g. {@code api.ecr.us-east-1.amazonaws.com}. */
    HOST("host"),
    /** The address that was dialled, IPv4 or IPv6. */
    ADDRESS("address"),
    /** The port that was dialled. */
    PORT("port"),
    /** The resolver that was asked, e.g. {@code 10.0.0.2}. */
    RESOLVER("resolver"),
    /** The phase of the start: {@code registry-auth}, {@code manifest}, {@code layers}, {@code secrets}, {@code env-file}, {@code logs}, {@code volumes}, {@code network}, {@code create}, {@code start}, {@code run}. */
    PHASE("phase"),
    /** The image reference as written. */
    IMAGE("image"),
    /** The role's ARN, assumed-role sessions turned into the role's own ARN. */
    ROLE("role"),
    /** The denied action, e.g. {@code secretsmanager:GetSecretValue}. */
    ACTION("action"),
    /** The resource the action was denied on. */
    RESOURCE("resource"),
    /** Which policy denied: {@code identity}, {@code resource}, {@code boundary}, {@code scp}, {@code endpoint}, {@code session}, {@code rcp}. */
    DENIED_BY("deniedBy"),
    /** The secret's ARN or name. */
    SECRET("secret"),
    /** The parameter's name; several are separated by a comma. */
    PARAMETER("parameter"),
    /** The missing key of a JSON secret. */
    JSON_KEY("jsonKey"),
    /** The log group. */
    LOG_GROUP("logGroup"),
    /** The HTTP status code. */
    STATUS_CODE("statusCode"),
    /** How often it was retried. */
    RETRIES("retries"),
    /** The target group's ARN. */
    TARGET_GROUP("targetGroup"),
    /** The file system's id. */
    FILE_SYSTEM("fileSystem"),
    /** The subnet's id. */
    SUBNET("subnet"),
    /** The container or EC2 instance. */
    INSTANCE("instance"),
    /** The deployment's id, {@code ecs-svc/DIGITS}. */
    DEPLOYMENT("deployment"),
    /** The platform that no manifest matches, e.g. {@code linux/arm64}. */
    PLATFORM("platform"),
    /** The executable or interpreter that is missing or cannot be executed. */
    COMMAND("command"),
    /** A path on the host, in the container or on a volume. */
    PATH("path"),
    /** The variable, setting or module that an application misses. */
    NAME("name"),
    /** The resource that placement lacks: {@code CPU}, {@code MEMORY}, {@code PORTS}, {@code ENI}, {@code GPU}. */
    LACKING("lacking");

    private final String word;

    Fact(String word) {
        this.word = word;
    }

    /** The word used in samples and JSON. */
    public String word() {
        return word;
    }
}
