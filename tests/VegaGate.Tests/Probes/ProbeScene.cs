using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using VegaGate.Conditions;
using VegaGate.Probes;
using VegaGate.Probes.Names;
using VegaGate.Probes.Network;

namespace VegaGate.Tests.Probes;

/// <summary>
/// Probes whose world is made up. Names have public addresses, and only the last step, the connection to an address that was checked, goes to a server of the test: no check is
/// switched off for it.
/// </summary>
internal sealed class ProbeScene
{
    public const string Public = "93.184.216.34";

    /// <summary>Allowed hosts, as the configuration names them.</summary>
    public ImmutableArray<string> Hosts { get; set; } = ["agent.example.com", "*.example.org"];

    /// <summary>The addresses of names, anew for each question.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; set; } = (_, _) => Task.FromResult(new[] { IPAddress.Parse(Public) });

    /// <summary>Where connections go instead.</summary>
    public IPEndPoint? Server { get; set; }

    /// <summary>Addresses to which a connection was made.</summary>
    public List<IPEndPoint> Connected { get; } = [];

    public Func<IPEndPoint, CancellationToken, Task<Stream>>? Connect { get; set; }

    public X509Certificate2Collection Roots { get; set; } = [];

    public ImmutableArray<IPEndPoint> NameServers { get; set; } = [];

    public MadeUpFiles Files { get; } = new();

    public MadeUpChecks Checks { get; } = new();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public ProbeContext Context
    {
        get
        {
            var network = new PublicNetwork(new AllowedHosts(Hosts), (host, stop) => Resolve(host, stop), ConnectAsync, Roots);
            return new ProbeContext(network, new NameClient(() => NameServers, Time), Files, Checks, Time);
        }
    }

    public ProbeRunner Runner() => new(Context, ProbeCatalog.All);

    public Task<ProbeAnswer> AskAsync(string probe) => Runner().AskAsync(Call(probe), CancellationToken.None);

    /// <summary>The probe of an entry of <c>verify</c>, written in one line.</summary>
    public static ProbeCall Call(string probe) => ValidList.Unchecked("{ approvers: kate }", $"{{ id: x, title: T, owners: zev, verify: [{{ {probe} }}] }}").Items.Single().Verify.Single();

    private async Task<Stream> ConnectAsync(IPEndPoint end, CancellationToken cancellation)
    {
        lock (Connected)
            Connected.Add(end);
        if (Connect is not null)
            return await Connect(end, cancellation);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Server ?? end, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }
}

/// <summary>Files that a test names.</summary>
internal sealed class MadeUpFiles : ICommitFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public Dictionary<string, DateTimeOffset> Changed { get; } = [];

    public string? Problem { get; set; }

    public MadeUpFiles Add(string path, string content) => Add(path, Encoding.UTF8.GetBytes(content));

    public MadeUpFiles Add(string path, byte[] content)
    {
        _files[path] = content;
        return this;
    }

    public long? PretendedSize { get; set; }

    public ImmutableArray<CommitFile> List() => Problem is null ? [.. _files.Select(file => new CommitFile(file.Key, PretendedSize ?? file.Value.Length, file.Key))] : throw new UnansweredException(Problem);

    public IEnumerable<byte[]> Read(ImmutableArray<CommitFile> files) => files.Select(file => _files[file.Name]);

    public DateTimeOffset? FindLastChange(string path) => Changed.TryGetValue(path, out var time) ? time : null;
}

/// <summary>Checks and a pull request that a test names.</summary>
internal sealed class MadeUpChecks : ICommitChecks
{
    public ImmutableArray<CommitCheck> Found { get; set; } = [];

    public CheckedPullRequest? PullRequest { get; set; }

    public string? Problem { get; set; }

    public Task<ImmutableArray<CommitCheck>> FindAsync(string name, CancellationToken cancellation) => Problem is null ? Task.FromResult(Found) : throw new UnansweredException(Problem);

    public Task<CheckedPullRequest?> FindPullRequestAsync(long number, CancellationToken cancellation) => Problem is null ? Task.FromResult(PullRequest) : throw new UnansweredException(Problem);
}
