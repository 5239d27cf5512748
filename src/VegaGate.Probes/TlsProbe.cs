using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using VegaGate.Conditions;
using VegaGate.Format;

namespace VegaGate.Probes;

/// <summary>Greets a server, and looks at the certificates that it shows. Whom the system trusts vouches for them; whether one was revoked is not asked.</summary>
internal sealed class TlsProbe : IProbe
{
    private const int UsualPort = 443;

    public ProbeFormat Format => TlsCondition.Format;

    public TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    public async Task<Finding> AskAsync(MappingReader parameters, ProbeContext context, CancellationToken cancellation)
    {
        var host = parameters.Require(TlsCondition.Host);
        var port = parameters.Find(TlsCondition.Port) is { } number ? (int)Scalars.ParsePositive(number)! : UsualPort;
        var atLeast = parameters.FindDuration(TlsCondition.ValidFor);
        var seen = new Certificates();
        var options = context.Network.TlsOptions(host);
        options.RemoteCertificateValidationCallback = seen.Look;
        await using var stream = new SslStream(await context.Network.ConnectAsync(host, port, cancellation));
        try
        {
            await stream.AuthenticateAsClientAsync(options, cancellation);
        }
        catch (AuthenticationException) when (seen.Fault is not null)
        {
            return Finding.Fail($"the certificate of {host} does not hold: {seen.Fault}");
        }

        var left = seen.ValidUntil - context.Time.GetUtcNow();
        var until = seen.ValidUntil.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        if (left <= TimeSpan.Zero)
            return Finding.Fail($"the certificate of {host} was valid until {until}");
        return left < atLeast
            ? Finding.Fail($"the certificate of {host} is valid until {until}, which is less than {atLeast.Value.TotalDays:0.##} days")
            : Finding.Pass($"the certificate of {host} is valid until {until}");
    }

    /// <summary>What a server showed.</summary>
    private sealed class Certificates
    {
        /// <summary>Why it does not hold; null where it does.</summary>
        public string? Fault { get; private set; } = "none was shown";

        /// <summary>The first end of all certificates in the chain.</summary>
        public DateTimeOffset ValidUntil { get; private set; } = DateTimeOffset.MinValue;

        public bool Look(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            if (certificate is null || chain is null)
                return false;
            Fault = errors switch
            {
                SslPolicyErrors.None => null,
                _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => "it is for another name",
                _ => string.Join(", ", chain.ChainStatus.Select(status => status.StatusInformation.Trim().TrimEnd('.')).Distinct(StringComparer.Ordinal)),
            };
            if (chain.ChainElements.Count > 0)
                ValidUntil = chain.ChainElements.Min(element => new DateTimeOffset(element.Certificate.NotAfter.ToUniversalTime()));
            return Fault is null;
        }
    }
}
