package io.github.ecsmedic.infra;

/** List prices in US dollars, without the free tier. */
final class Prices {
    static final String REGION = "us-east-1";
    static final String DAY = "2026-11-20";

    private static final double MILLION = 1_000_000;

    static final double LAMBDA_REQUEST = 0.20 / MILLION;
    static final double LAMBDA_GB_SECOND_ARM = 0.000_013_333_4;
    static final double SQS_REQUEST = 0.40 / MILLION;
    static final double EVENT = 1.00 / MILLION;
    static final double SNS_PUBLISH = 0.50 / MILLION;
    static final double SNS_MAIL = 2.00 / 100_000;
    static final double DYNAMO_WRITE_UNIT = 0.625 / MILLION;
    static final double DYNAMO_READ_UNIT = 0.125 / MILLION;
    static final double DYNAMO_GB_MONTH = 0.25;
    static final double DYNAMO_RECOVERY_GB_MONTH = 0.20;
    static final double KEY_MONTH = 1.00;
    static final double KEY_REQUEST = 0.03 / 10_000;
    static final double SECRET_MONTH = 0.40;
    static final double ALARM_METRIC_MONTH = 0.10;
    static final double DASHBOARD_MONTH = 3.00;
    static final double METRIC_MONTH = 0.30;
    static final double LOG_GB = 0.50;
    static final double LOG_GB_MONTH = 0.03;

    private Prices() {}
}
