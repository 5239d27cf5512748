using System.Runtime.InteropServices;
using System.Text;

namespace VegaGate.Cli;

/// <summary>The streams of the process. The console class would cost a cold start more than the whole check of a file.</summary>
internal static partial class Terminals
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;

    public static TextWriter Output { get; } = Open(StandardOutput);

    public static TextWriter Error { get; } = Open(StandardError);

    public static bool IsTerminal =>
#pragma warning disable RS0030 // On Windows there is no cheaper way to ask.
        OperatingSystem.IsWindows() ? !Console.IsOutputRedirected : IsATerminal(StandardOutput) == 1;
#pragma warning restore RS0030

    private static StreamWriter Open(int descriptor)
    {
#pragma warning disable RS0030 // The numbers of the streams are Unix's.
        Stream stream = !OperatingSystem.IsWindows() ? new DescriptorStream(descriptor)
            : descriptor == StandardOutput ? Console.OpenStandardOutput() : Console.OpenStandardError();
#pragma warning restore RS0030
        return new StreamWriter(stream, new UTF8Encoding(false));
    }

    [LibraryImport("libc", EntryPoint = "isatty")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int IsATerminal(int descriptor);

    /// <summary>
    /// Writes where the descriptor stands. A file stream keeps an offset of its own, and so overwrites what others write to a file that they share.
    /// A reader that has gone, as <c>head</c> does, is no failure: what was begun is done, and the exit code tells the end of it.
    /// </summary>
    private sealed partial class DescriptorStream(int descriptor) : Stream
    {
        private const int Interrupted = 4;
        private const int BrokenPipe = 32;

        private bool _isClosed;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            while (!buffer.IsEmpty && !_isClosed)
            {
                var written = Write(descriptor, buffer, buffer.Length);
                if (written >= 0)
                    buffer = buffer[(int)written..];
                else if (Marshal.GetLastPInvokeError() is var error && error == BrokenPipe)
                    _isClosed = true;
                else if (error != Interrupted)
                    throw new IOException($"The output cannot be written: {Marshal.GetPInvokeErrorMessage(error)}.");
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static partial nint Write(int descriptor, ReadOnlySpan<byte> buffer, nint count);
    }
}
