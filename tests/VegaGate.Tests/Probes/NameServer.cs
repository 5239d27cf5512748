using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VegaGate.Tests.Probes;

/// <summary>A name server on this machine, by UDP and on the same port by TCP, that answers what the test says.</summary>
internal sealed class NameServer : IDisposable
{
    private readonly UdpClient _datagrams;
    private readonly TcpListener _streams;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<byte[], IEnumerable<byte[]>> _answer;
    private readonly Func<byte[], byte[]>? _answerByStream;

    /// <summary>Listens at once.</summary>
    /// <param name="answer">From a question to the datagrams that come back.</param>
    /// <param name="answerByStream">The same by TCP, with the length before it.</param>
    public NameServer(Func<byte[], IEnumerable<byte[]>> answer, Func<byte[], byte[]>? answerByStream = null)
    {
        (_answer, _answerByStream) = (answer, answerByStream);
        (_datagrams, _streams) = Open();
        _ = AnswerDatagramsAsync();
        _ = AnswerStreamsAsync();
    }

    public IPEndPoint End => (IPEndPoint)_streams.LocalEndpoint;

    public List<byte[]> Questions { get; } = [];

    /// <summary>An answer to a question, with the records of its name.</summary>
    public static byte[] Answer(byte[] question, int code, params (int Type, byte[] Data)[] records) =>
        Answer(question, code, [.. records.Select(record => (new byte[] { 0xC0, 12 }, record.Type, record.Data))]);

    public static byte[] Answer(byte[] question, int code, (byte[] Owner, int Type, byte[] Data)[] records, int flags = 0x8180)
    {
        var end = 12;
        while (question[end] != 0)
            end += 1 + question[end];
        end += 5;
        var message = new List<byte>([question[0], question[1], (byte)(flags >> 8), (byte)(flags & 0xF0 | code), 0, 1, (byte)(records.Length >> 8), (byte)records.Length, 0, 0, 0, 0, .. question[12..end]]);
        foreach (var (owner, type, data) in records)
            message.AddRange([.. owner, (byte)(type >> 8), (byte)type, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length, .. data]);
        return [.. message];
    }

    /// <summary>A name as a message has it.</summary>
    public static byte[] Name(string name) => [.. name.Split('.').SelectMany(label => Encoding.ASCII.GetBytes(label).Prepend((byte)label.Length)), 0];

    public static byte[] Framed(byte[] message) => [(byte)(message.Length >> 8), (byte)message.Length, .. message];

    public void Dispose()
    {
        _stop.Cancel();
        _datagrams.Dispose();
        _streams.Dispose();
        _stop.Dispose();
    }

    /// <summary>A port that is free for both.</summary>
    private static (UdpClient, TcpListener) Open()
    {
        for (var attempt = 0; ; attempt++)
        {
            var streams = new TcpListener(IPAddress.Loopback, 0);
            streams.Start();
            try
            {
                return (new UdpClient((IPEndPoint)streams.LocalEndpoint), streams);
            }
            catch (SocketException) when (attempt < 20)
            {
                streams.Dispose();
            }
        }
    }

    private async Task AnswerDatagramsAsync()
    {
        try
        {
            while (true)
            {
                var asked = await _datagrams.ReceiveAsync(_stop.Token);
                lock (Questions)
                    Questions.Add(asked.Buffer);
                foreach (var answer in _answer(asked.Buffer))
                    await _datagrams.SendAsync(answer, asked.RemoteEndPoint, _stop.Token);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswerStreamsAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _streams.AcceptTcpClientAsync(_stop.Token);
                var stream = client.GetStream();
                var prefix = new byte[2];
                await stream.ReadExactlyAsync(prefix, _stop.Token);
                var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(prefix)];
                await stream.ReadExactlyAsync(question, _stop.Token);
                if (_answerByStream is not null)
                    await stream.WriteAsync(_answerByStream(question), _stop.Token);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
        }
    }
}
