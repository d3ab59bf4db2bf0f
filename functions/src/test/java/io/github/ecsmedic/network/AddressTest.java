package io.github.ecsmedic.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.9",
                "127.0.0.1",
                "169.254.169.253",
                "fd00:ec2::253",
                "fe80::1",
                "::1"
            })
    void internalAddress_isInternal(String text) {
        assertThat(Address.parse(text))
                .hasValueSatisfying(a -> assertThat(a.internal()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11.0.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.169.0.1",
                "100.128.0.1",
                "198.51.100.1",
                "2001:db8::1"
            })
    void publicAddress_isNotInternal(String text) {
        assertThat(Address.parse(text))
                .hasValueSatisfying(a -> assertThat(a.internal()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.0.1",
                "256.0.0.1",
                "1.2.3.a",
                "1..2.3",
                "example.com",
                "fe80::1%eth0",
                "::ffff:1::2",
                "1.2.3.4444",
                "٣.1.1.1",
                ":",
                "g::1"
            })
    void otherText_isNoAddress(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "0.0.0.0/0, 203.0.113.1, true",
        "203.0.113.1/32, 203.0.113.1, true",
        "::/0, 203.0.113.1, false",
        "2001:db8::/32, 2001:db8:1::5, true"
    })
    void range_containsItsAddresses(String range, String address, boolean contained) {
        assertThat(Cidr.parse(range)
                        .orElseThrow()
                        .contains(Address.parse(address).orElseThrow()))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, 10.0.3.0/24, true",
        "10.0.3.0/24, 10.0.0.0/16, false",
        "10.0.0.0/16, 10.1.0.0/24, false",
        "10.0.0.0/16, 10.0.0.0/16, true"
    })
    void range_coversSmallerOnes(String range, String other, boolean covered) {
        assertThat(Cidr.parse(range).orElseThrow().covers(Cidr.parse(other).orElseThrow()))
                .isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "/8",
                "::/129",
                "10.0.0.0/0x8"
            })
    void otherText_isNoRange(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }
}
