using System.Runtime.InteropServices;
using VegaGate.Syntax;

namespace VegaGate.Cli.Checklists;

/// <summary>Reads a file without ever waiting for it, and no more of it than is needed to see that it is too large.</summary>
internal static partial class BoundedFile
{
    public const string NotAFile = "it is a pipe, a socket or a device";

    /// <summary>The bytes of the file; of one that is too large, one byte more than it may have.</summary>
    /// <param name="most">How many it may have.</param>
    /// <exception cref="IOException">It cannot be read, or is no regular file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ReadOnlySpan<byte> Read(string path, int most = SyntaxLimits.FileBytes) => OperatingSystem.IsWindows() ? ReadByStream(path, most + 1) : Unix.Read(path, most + 1);

    /// <summary>Windows has no pipes or devices among its files.</summary>
    private static ReadOnlySpan<byte> ReadByStream(string path, int most)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        if (!stream.CanSeek)
            throw new IOException(NotAFile);
        var bytes = new byte[Math.Min(stream.Length, most)];
        return bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    /// <summary>
    /// The system's own calls: a stream would wait on a pipe until somebody writes to it, and does not say of a path what it is. What cannot be sought in is
    /// no file; a device that can is read to the bound.
    /// </summary>
    private static partial class Unix
    {
        private const int NoEntry = 2;
        private const int Interrupted = 4;
        private const int NoDevice = 6;
        private const int AccessDenied = 13;
        private const int NotPermitted = 1;
        private const int IllegalSeek = 29;
        private const int FromEnd = 2;
        private const int FirstGuess = 4096;

        // Read only, never wait, never become the process's terminal. The rest of Unix shares the numbers of BSD.
        private static readonly int Flags = OperatingSystem.IsLinux() ? 0x800 | 0x100 | 0x80000 : 0x4 | 0x20000;

        public static ReadOnlySpan<byte> Read(string path, int most)
        {
            var descriptor = Open(path, Flags);
            if (descriptor < 0)
                throw Failure();
            try
            {
                var size = Seek(descriptor, 0, FromEnd);
                if (size < 0 || Seek(descriptor, 0, 0) < 0)
                    throw Failure();
                return ReadAll(descriptor, size, most);
            }
            finally
            {
                _ = Close(descriptor);
            }
        }

        /// <summary>The size is a guess: a file can grow while it is read, and some of the system's own say that they are empty.</summary>
        private static ReadOnlySpan<byte> ReadAll(int descriptor, long size, int most)
        {
            var bytes = new byte[size > 0 && size < most ? (int)size + 1 : size > 0 ? most : FirstGuess];
            var length = 0;
            while (true)
            {
                if (length == bytes.Length)
                {
                    if (length == most)
                        return bytes;
                    Array.Resize(ref bytes, Math.Min(most, length * 2));
                }

                var read = Read(descriptor, bytes.AsSpan(length), bytes.Length - length);
                if (read == 0)
                    return bytes.AsSpan(0, length);
                if (read > 0)
                    length += (int)read;
                else if (Marshal.GetLastPInvokeError() != Interrupted)
                    throw Failure();
            }
        }

        private static Exception Failure() => Marshal.GetLastPInvokeError() switch
        {
            AccessDenied or NotPermitted => new UnauthorizedAccessException(),
            NoEntry => new FileNotFoundException(),
            IllegalSeek or NoDevice => new IOException(NotAFile),
            var error => new IOException(Marshal.GetPInvokeErrorMessage(error)),
        };

        [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static partial int Open(string path, int flags);

        [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static partial long Seek(int descriptor, long offset, int whence);

        [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static partial nint Read(int descriptor, Span<byte> buffer, nint count);

        [LibraryImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static partial int Close(int descriptor);
    }
}
