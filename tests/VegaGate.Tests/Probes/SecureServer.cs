using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace VegaGate.Tests.Probes;

/// <summary>A server on this machine that greets by TLS and answers each request, one to a connection, with what the test says.</summary>
internal sealed class SecureServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate;
    private readonly Func<string, byte[]?> _answer;

    /// <summary>Listens at once.</summary>
    /// <param name="answer">From the head of a request to all bytes of the answer; null: none, and the connection stays open.</param>
    public SecureServer(Func<string, byte[]?> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate ?? Certificates.Leaf("agent.example.com");
        _listener.Start();
        _ = AcceptAsync();
    }

    public IPEndPoint End => (IPEndPoint)_listener.LocalEndpoint;

    public List<string> Requests { get; } = [];

    public static byte[] Answer(int status, string body = "", params string[] headers) => Answer(status, Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Answer(int status, byte[] body, params string[] headers) =>
        [.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status} Reason\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n"), .. body];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), _stop.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        try
        {
            using (client)
            {
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, stop);
                var head = new StringBuilder();
                var buffer = new byte[4096];
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    var length = await stream.ReadAsync(buffer, stop);
                    if (length == 0)
                        return;
                    head.Append(Encoding.Latin1.GetString(buffer, 0, length));
                }

                lock (Requests)
                    Requests.Add(head.ToString());
                if (_answer(head.ToString()) is not { } answer)
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
                else
                    await stream.WriteAsync(answer, stop);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or AuthenticationException or ObjectDisposedException)
        {
        }
    }
}

/// <summary>Certificates of the test's own authority.</summary>
internal static class Certificates
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly X509Certificate2 Authority = MakeAuthority("CN=Authority of the test");

    public static X509Certificate2Collection Roots => [Authority];

    public static X509Certificate2 Leaf(string host, int validDays = 90, X509Certificate2? authority = null, int sinceDays = 1)
    {
        authority ??= Authority;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = request.Create(authority, Now.AddDays(-sinceDays), Now.AddDays(validDays), RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }

    public static X509Certificate2 MakeAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request.CreateSelfSigned(Now.AddDays(-400), Now.AddDays(400));
    }
}
