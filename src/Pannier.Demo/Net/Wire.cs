using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Pannier.Demo.Net;

/// <summary>One accepted connection: buffered lines and blocks in, blocks out, TLS from either the start or later.</summary>
/// <param name="line">Owned by the wire.</param>
/// <param name="drop">Ends the line without a word.</param>
internal sealed class Wire(Stream line, Action drop) : IDisposable
{
    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;
    private Stream stream = line;

    public Wire(Socket socket)
        : this(new NetworkStream(socket, ownsSocket: true), () => socket.Close(0))
    {
    }

    public bool IsEncrypted => stream is SslStream;

    /// <summary>Reads a line with its line end; empty when the peer closed. The memory is good until the next read.</summary>
    /// <exception cref="LineTooLongException">The line was longer than the limit and is skipped.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadLineAsync(int limit, CancellationToken cancellation)
    {
        var searched = 0;
        var tooLong = false;
        while (true)
        {
            var found = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var length = searched + found + 1;
                var line = buffer.AsMemory(start, length);
                start += length;
                if (tooLong || length > limit)
                    throw new LineTooLongException();
                return line;
            }

            searched = end - start;
            if (searched > limit)
            {
                tooLong = true;
                start = end = searched = 0;
            }

            if (!await FillAsync(cancellation))
                return default;
        }
    }

    /// <summary>Fills the block; false when the peer closed before its end.</summary>
    public async ValueTask<bool> ReadBlockAsync(Memory<byte> block, CancellationToken cancellation)
    {
        var ready = Math.Min(block.Length, end - start);
        buffer.AsMemory(start, ready).CopyTo(block);
        start += ready;
        return await stream.ReadAtLeastAsync(block[ready..], block.Length - ready, throwOnEndOfStream: false, cancellation) == block.Length - ready;
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await stream.WriteAsync(bytes, cancellation);
        await stream.FlushAsync(cancellation);
    }

    /// <summary>Puts TLS under the connection; what the peer sent in clear after asking for it is thrown away.</summary>
    public async Task StartTlsAsync(SslStreamCertificateContext certificate, CancellationToken cancellation)
    {
        start = end = 0;
        var secured = new SslStream(stream, leaveInnerStreamOpen: false);
        await secured.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificateContext = certificate,
                EnabledSslProtocols = SslProtocols.None,
                ClientCertificateRequired = false,
            },
            cancellation);
        stream = secured;
    }

    /// <summary>Ends the line at once, as a dead network would: nothing is said.</summary>
    public void Drop()
    {
        try
        {
            drop();
        }
        catch (SocketException)
        {
            // Already gone, which is what was wanted.
        }
    }

    public void Dispose() => stream.Dispose();

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (start == end)
            start = end = 0;
        if (end == buffer.Length)
        {
            var held = end - start;
            var target = held > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
            Buffer.BlockCopy(buffer, start, target, 0, held);
            (buffer, start, end) = (target, 0, held);
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
        end += read;
        return read > 0;
    }
}
