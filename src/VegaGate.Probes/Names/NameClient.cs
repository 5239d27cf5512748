using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using VegaGate.Conditions;

namespace VegaGate.Probes.Names;

/// <summary>Asks the name servers of the system for records of any type; the framework knows addresses alone.</summary>
/// <param name="servers">Finds them.</param>
internal sealed class NameClient(Func<ImmutableArray<IPEndPoint>> servers, TimeProvider time)
{
    private const int Port = 53;
    private const int MaxServers = 2;
    private const int MaxMessage = 65_535;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static NameClient Open(TimeProvider time) => new(FindServers, time);

    /// <summary>Asks one server after the other until one answers.</summary>
    /// <exception cref="UnansweredException">None does, or not in a way that can be read.</exception>
    public async Task<NameAnswer> AskAsync(string name, NameType type, CancellationToken cancellation)
    {
        UnansweredException? last = null;
        foreach (var server in servers().Take(MaxServers))
        {
            try
            {
                var answer = await AskAsync(server, name, type, cancellation);
                if (answer.Code is NameAnswer.Found or NameAnswer.NoSuchName)
                    return answer;
                last = new UnansweredException($"the name server fails, with the code {answer.Code}", isTransient: true);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                last = new UnansweredException("the name server does not answer", isTransient: true);
            }
            catch (Exception failure) when (failure is InvalidDataException or SocketException or EndOfStreamException)
            {
                last = new UnansweredException($"the name server gives no answer: {failure.Message.TrimEnd('.')}", isTransient: true, failure);
            }
        }

        throw last ?? new UnansweredException("the system names no name server");
    }

    private async Task<NameAnswer> AskAsync(IPEndPoint server, string name, NameType type, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1);
        var question = NameMessage.Write(id, name, type) ?? throw new UnansweredException($"{Shown.Of(name)} is no name that can be looked up");
        var answer = await AskByDatagramAsync(server, question, message => NameMessage.Read(message, id, name, type), either.Token);
        return answer.IsTruncated ? await AskByStreamAsync(server, question, message => NameMessage.Read(message, id, name, type), either.Token) : answer;
    }

    /// <summary>Waits for the datagram that answers the question; others may come from anybody who guesses the port.</summary>
    private static async Task<NameAnswer> AskByDatagramAsync(IPEndPoint server, byte[] question, Func<byte[], NameAnswer?> read, CancellationToken cancellation)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, cancellation);
        await socket.SendAsync(question, cancellation);
        var buffer = new byte[MaxMessage];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, cancellation);
            if (read(buffer[..length]) is { } answer)
                return answer;
        }
    }

    private static async Task<NameAnswer> AskByStreamAsync(IPEndPoint server, byte[] question, Func<byte[], NameAnswer?> read, CancellationToken cancellation)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server, cancellation);
        await using var stream = new NetworkStream(socket);
        var framed = new byte[2 + question.Length];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)question.Length);
        question.CopyTo(framed, 2);
        await stream.WriteAsync(framed, cancellation);
        var prefix = new byte[2];
        await stream.ReadExactlyAsync(prefix, cancellation);
        var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(prefix)];
        await stream.ReadExactlyAsync(message, cancellation);
        return read(message) is { IsTruncated: false } answer ? answer : throw new InvalidDataException("the answer of the name server answers something else");
    }

    private static ImmutableArray<IPEndPoint> FindServers()
    {
        try
        {
            return
            [
                .. NetworkInterface.GetAllNetworkInterfaces()
                    .Where(face => face.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
                    .SelectMany(face => face.GetIPProperties().DnsAddresses)
                    .Where(address => !address.IsIPv6SiteLocal)
                    .Distinct()
                    .Select(address => new IPEndPoint(address, Port)),
            ];
        }
        catch (NetworkInformationException failure)
        {
            throw new UnansweredException($"the name servers of the system cannot be found: {failure.Message.TrimEnd('.')}", inner: failure);
        }
    }
}
