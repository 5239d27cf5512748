using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using VegaGate.Conditions;

namespace VegaGate.Probes.Network;

/// <summary>
/// The way out to allowed hosts. A name is resolved once, every address that it has must be public, and the connection goes to the very address that was checked: a name that
/// answers differently the second time gains nothing.
/// </summary>
/// <param name="resolve">Finds the addresses of a name.</param>
/// <param name="connect">Connects to an address that was checked.</param>
/// <param name="roots">Who may vouch for certificates; null: whom the system trusts.</param>
internal sealed class PublicNetwork(
    AllowedHosts hosts, Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPEndPoint, CancellationToken, Task<Stream>> connect, X509Certificate2Collection? roots = null)
{
    /// <summary>Addresses of one name that are tried.</summary>
    private const int MaxTried = 4;

    public static PublicNetwork Open(AllowedHosts hosts) => new(hosts, Dns.GetHostAddressesAsync, ConnectAsync);

    /// <summary>Refuses a host that the configuration does not allow.</summary>
    /// <exception cref="UnansweredException">It does not.</exception>
    public void CheckAllowed(string host)
    {
        if (!hosts.Allows(host))
            throw new UnansweredException($"the host {Shown.Of(host)} is not allowed: name it under `probes.hosts` in .vegagate.yaml");
    }

    /// <summary>Connects to an allowed host by a public address.</summary>
    /// <param name="host">A name in ASCII, or an address without brackets.</param>
    /// <exception cref="UnansweredException">The host is not allowed, or not public, or cannot be reached.</exception>
    public async Task<Stream> ConnectAsync(string host, int port, CancellationToken cancellation)
    {
        CheckAllowed(host);
        SocketException? last = null;
        foreach (var address in (await ResolveAsync(host, cancellation)).Take(MaxTried))
        {
            try
            {
                return await connect(new IPEndPoint(address, port), cancellation);
            }
            catch (SocketException failure)
            {
                last = failure;
            }
        }

        throw new UnansweredException($"{Shown.Of(host)} cannot be reached at port {port}: {last?.Message.TrimEnd('.') ?? "it has no address"}", isTransient: true, last);
    }

    /// <summary>How a certificate is checked. Nothing is fetched for that: a certificate names addresses, and whoever made it chose them.</summary>
    public X509ChainPolicy ChainPolicy()
    {
        var policy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        if (roots is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(roots);
        }

        return policy;
    }

    /// <summary>Options for a secure connection to a host, checked as above and nowhere else.</summary>
    public SslClientAuthenticationOptions TlsOptions(string host) => new() { TargetHost = host, CertificateChainPolicy = ChainPolicy(), AllowTlsResume = false };

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        IPAddress[] addresses;
        try
        {
            addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation);
        }
        catch (SocketException failure)
        {
            throw new UnansweredException($"no address of {Shown.Of(host)} can be found: {failure.Message.TrimEnd('.')}", isTransient: true, failure);
        }

        foreach (var address in addresses)
        {
            if (PublicAddress.Fault(address.GetAddressBytes()) is { } fault)
                throw new UnansweredException($"{Shown.Of(host)} has {fault}, {address}, and probes go to public addresses only");
        }

        return addresses;
    }

    private static async Task<Stream> ConnectAsync(IPEndPoint end, CancellationToken cancellation)
    {
        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(end, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
