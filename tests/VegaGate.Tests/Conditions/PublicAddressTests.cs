using System.Net;
using VegaGate.Conditions;

namespace VegaGate.Tests.Conditions;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("0.255.255.255", "1.0.0.0")]
    [InlineData("10.255.255.255", "11.0.0.0")]
    [InlineData("100.64.0.0", "100.63.255.255")]
    [InlineData("100.127.255.255", "100.128.0.0")]
    [InlineData("127.255.255.255", "128.0.0.0")]
    [InlineData("168.63.129.16", "168.63.129.17")]
    [InlineData("169.254.0.0", "169.253.255.255")]
    [InlineData("172.16.0.0", "172.15.255.255")]
    [InlineData("172.31.255.255", "172.32.0.0")]
    [InlineData("192.0.0.255", "192.0.1.0")]
    [InlineData("192.0.2.255", "192.0.3.0")]
    [InlineData("192.88.99.0", "192.88.98.255")]
    [InlineData("192.168.0.0", "192.167.255.255")]
    [InlineData("198.19.255.255", "198.20.0.0")]
    [InlineData("198.51.100.0", "198.51.101.0")]
    [InlineData("203.0.113.255", "203.0.114.0")]
    [InlineData("224.0.0.0", "223.255.255.255")]
    [InlineData("::1:0:0", "2606:4700::1111")]
    [InlineData("2001:1ff:ffff::", "2001:200::")]
    [InlineData("2001:db8:ffff::", "2001:db9::")]
    [InlineData("2002:ffff::", "2003::")]
    [InlineData("1fff:ffff::", "2400::")]
    [InlineData("4000::", "3ffe:ffff::")]
    [InlineData("3fff:fff::", "3fff:1000::")]
    public void Ranges_end_where_they_end(string forbidden, string allowed)
    {
        PublicAddress.Fault(IPAddress.Parse(forbidden).GetAddressBytes()).Should().NotBeNull();
        PublicAddress.Fault(IPAddress.Parse(allowed).GetAddressBytes()).Should().BeNull();
    }

    [Fact]
    public void What_is_no_address_is_not_public() => PublicAddress.Fault([1, 2, 3]).Should().Be("no address");
}
