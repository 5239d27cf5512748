using System.Net;
using VegaGate.Conditions;
using VegaGate.Format;
using VegaGate.Probes.Network;

namespace VegaGate.Probes;

/// <summary>Asks a public address once, without a proxy, cookies or credentials, and looks at the answer.</summary>
internal sealed class HttpProbe : IProbe
{
    private const int MaxRedirects = 5;
    private const int MaxHeaderKilobytes = 32;
    private const int OkStatus = 200;
    private const int FirstServerError = 500;
    private const int TooManyRequests = 429;

    public ProbeFormat Format => HttpCondition.Format;

    public TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    public async Task<Finding> AskAsync(MappingReader parameters, ProbeContext context, CancellationToken cancellation)
    {
        var address = ProbeAddress.Parse(parameters.Require(HttpCondition.Url));
        var expected = parameters.Find(HttpCondition.Status) is { } status ? (int)Scalars.ParsePositive(status)! : OkStatus;
        var within = parameters.Find(HttpCondition.Within) is { } time ? ProbeScalars.ParseShortTime(time) : null;
        var begin = context.Time.GetTimestamp();
        for (var redirects = 0; ; redirects++)
        {
            using var client = await ConnectAsync(address, context.Network, cancellation);
            using var request = Ask(address);
            using var answer = await client.SendAsync(request, cancellation);
            if ((int)answer.StatusCode != expected && IsRedirect(answer.StatusCode) && answer.Headers.NonValidated.TryGetValues("Location", out var locations) && locations.Count == 1)
            {
                if (redirects == MaxRedirects)
                    throw new UnansweredException($"it redirects more than {MaxRedirects} times");
                address = ProbeAddress.Follow(address, locations.Single());
                continue;
            }

            var finding = await JudgeAsync(answer, expected, parameters, cancellation);
            var taken = context.Time.GetElapsedTime(begin);
            return finding.HasPassed && taken > within ? Finding.Fail($"the answer took {taken.TotalMilliseconds:0} ms, and {within.Value.TotalMilliseconds:0} ms are allowed") : finding;
        }
    }

    private static async Task<Finding> JudgeAsync(HttpResponseMessage answer, int expected, MappingReader parameters, CancellationToken cancellation)
    {
        var status = (int)answer.StatusCode;
        if (status != expected)
            return new Finding(false, $"the status is {status}, and not {expected}", status is >= FirstServerError or TooManyRequests);
        foreach (var entry in parameters.Entries(HttpCondition.Headers))
        {
            if (JudgeHeader(answer, entry.Key.Value, Text(entry.Value)) is { } fault)
                return Finding.Fail(fault);
        }

        var contains = parameters.Find(HttpCondition.Contains);
        var members = parameters.Entries(HttpCondition.Json);
        if (contains is null && members.IsEmpty)
            return Finding.Pass($"the status is {status}");
        var body = await AnswerBody.ReadAsync(answer, cancellation);
        if (contains is not null && !body.Text().Contains(contains, StringComparison.Ordinal))
            return Finding.Fail($"the body does not hold {Shown.Of(contains)}");
        return body.FindDifference(members) is { } difference ? Finding.Fail(difference) : Finding.Pass($"the status is {status}, and the answer is as described");
    }

    /// <summary>Null where it is as asked for.</summary>
    private static string? JudgeHeader(HttpResponseMessage answer, string name, string expected)
    {
        if (!answer.Headers.NonValidated.TryGetValues(name, out var values) && !answer.Content.Headers.NonValidated.TryGetValues(name, out values))
            return $"there is no header {name}";
        return values.Any(value => value.Contains(expected, StringComparison.OrdinalIgnoreCase)) ? null : $"the header {name} is {Shown.Of(values.ToString())}, and does not hold {Shown.Of(expected)}";
    }

    private static string Text(Syntax.YamlNode node) => (node as Syntax.YamlScalar)?.Value ?? throw new UnansweredException("its `headers` cannot be read");

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static HttpRequestMessage Ask(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version11 };
        request.Headers.TryAddWithoutValidation("User-Agent", "vegagate-probe");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        return request;
    }

    /// <summary>A client for one request on one connection, which is there already: nothing else is looked up or connected to.</summary>
    private static async Task<HttpMessageInvoker> ConnectAsync(Uri address, PublicNetwork network, CancellationToken cancellation)
    {
        var host = address.IdnHost.TrimEnd('.');
        var stream = await network.ConnectAsync(host, address.Port, cancellation);
        var free = stream;
        return new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = (_, _) => Interlocked.Exchange(ref free, null) is { } connection ? ValueTask.FromResult(connection) : throw new UnansweredException("the connection was closed before an answer came", isTransient: true),
            SslOptions = network.TlsOptions(host),
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            Credentials = null,
            PreAuthenticate = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            MaxResponseDrainSize = 0,
        });
    }
}
