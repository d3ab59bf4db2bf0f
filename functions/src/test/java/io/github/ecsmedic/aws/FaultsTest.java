package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteResponse;

class FaultsTest {
    private static final String JSON = "ecs:ListTasks";
    private static final String XML = "ec2:DescribeVpcEndpoints";

    static final List<Exception> FAILURES = List.of(
            new ConnectException("refused"), new UnknownHostException("ecs.nowhere-1"), new IOException("reset"));

    private final FakeAws aws = new FakeAws();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "400, AccessDeniedException,       AccessDenied,         1",
        "403, UnauthorizedOperation,       AccessDenied,         1",
        "403, Forbidden,                   AccessDenied,         1",
        "400, ExpiredTokenException,       expired token,        1",
        "403, RequestExpired,              expired token,        3",
        "400, UnrecognizedClientException, wrong credentials,    1",
        "401, AuthFailure,                 wrong credentials,    1",
        "400, ThrottlingException,         Throttled,            3",
        "503, RequestLimitExceeded,        Throttled,            3",
        "500, InternalFailure,             ServerError,          3",
        "501, Anything,                    not supported here,   1",
        "400, UnknownOperationException,   not supported here,   1",
        "400, InvalidAction,               not supported here,   1",
        "400, ClusterNotFoundException,    ClusterNotFoundException, 1",
    })
    void refusal_ofEitherProtocol_isNamed(int status, String code, String fault, int attempts) {
        aws.on(JSON, status, "{\"__type\": \"" + code + "\", \"message\": \"made up\"}")
                .on(XML, status, SdkNetworksTest.ec2Error(code));
        SdkAccount account = aws.account();
        assertThat(json(account)).isEqualTo(new Answer.Unknown<>(fault, JSON));
        assertThat(xml(account)).isEqualTo(new Answer.Unknown<>(fault, XML));
        assertThat(account.cost().apiCalls()).isEqualTo(2 * attempts);
        assertThat(account.cost().criticalPath()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"403, AccessDenied", "429, Throttled", "502, ServerError", "418, HTTP 418"})
    void refusal_withoutACode_isNamedByItsStatus(int status, String fault) {
        aws.on(JSON, status, "<html>busy</html>").on(XML, status, "<html>busy</html>");
        assertThat(json(aws.account())).isEqualTo(new Answer.Unknown<>(fault, JSON));
        assertThat(xml(aws.account())).isEqualTo(new Answer.Unknown<>(fault, XML));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"taskArns": ["t  | malformed answer
            <html>busy</html> | malformed answer
            []                | malformed answer
            null              | malformed answer
            {}                | empty answer
            ``                | empty answer
            """)
    void json_thatHoldsNothing_isNoFact(String text, String fault) {
        aws.on(JSON, text);
        assertThat(json(aws.account())).isEqualTo(new Answer.Unknown<>(fault, JSON));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <DescribeVpcEndpointsResponse><vpcEndpointSet><item> | malformed answer
            <html><body>busy<br></body></html>                   | malformed answer
            {}                                                   | malformed answer
            <html><body>busy</body></html>                       | empty answer
            <DescribeVpcEndpointsResponse/>                      | empty answer
            <DescribeVpcEndpointsResponse><DescribeVpcEndpointsResult/></DescribeVpcEndpointsResponse> | empty answer
            ``                                                   | empty answer
            """)
    void xml_thatHoldsNothing_isNoFact(String text, String fault) {
        aws.on(XML, text);
        assertThat(xml(aws.account())).isEqualTo(new Answer.Unknown<>(fault, XML));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("FAILURES")
    void connection_thatFails_isUnreachable(IOException failure) {
        FakeAws.Answering failing = asked -> {
            throw failure;
        };
        aws.on(JSON, failing).on(XML, failing);
        assertThat(json(aws.account())).isEqualTo(new Answer.Unknown<>("unreachable", JSON));
        assertThat(xml(aws.account())).isEqualTo(new Answer.Unknown<>("unreachable", XML));
    }

    @Test
    void connection_thatIsSilent_isTime() {
        aws.on(JSON, asked -> {
            throw new SocketTimeoutException("Read timed out");
        });
        assertThat(json(aws.account())).isEqualTo(new Answer.Unknown<>("time", JSON));
    }

    @Test
    @Timeout(20)
    void call_thatTakesTooLong_isTime() {
        CountDownLatch never = new CountDownLatch(1);
        aws.within(Duration.ofMillis(50)).on(XML, asked -> hang(never));
        assertThat(xml(aws.account())).isEqualTo(new Answer.Unknown<>("time", XML));
    }

    @Test
    void credentials_thatAreMissing_areSaidSo() {
        aws.with(() -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
        });
        SdkAccount account = aws.account();
        assertThat(json(account)).isEqualTo(new Answer.Unknown<>("no credentials", JSON));
        assertThat(account.cost().apiCalls()).isZero();
    }

    @Test
    void credentials_thatExpiredHere_areSaidSo() {
        aws.with(() -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain:"
                    + " [ProfileCredentialsProvider(): The SSO session associated with this profile has expired]");
        });
        assertThat(json(aws.account())).isEqualTo(new Answer.Unknown<>("expired token", JSON));
    }

    static HttpExecuteResponse hang(CountDownLatch latch) throws IOException {
        try {
            latch.await();
            return FakeAws.response(200, "{}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Answer<?> json(SdkAccount account) {
        return account.workloads().stoppedTasks("shop", "checkout");
    }

    private static Answer<?> xml(SdkAccount account) {
        return account.networks().endpoints("vpc-1");
    }
}
