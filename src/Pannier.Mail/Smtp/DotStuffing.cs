using System.Buffers;

namespace Pannier.Mail.Smtp;

/// <summary>
/// Writes a message as DATA carries it (RFC 5321 §4.5.2). A lone CR or LF becomes a whole line end: were it passed on, a server
/// that takes it for one could be made to see a second message inside the first.
/// </summary>
internal static class DotStuffing
{
    private const int Block = 32 * 1024;

    /// <summary>Writes all of it, ending in CRLF, without the closing dot.</summary>
    /// <exception cref="IOException">One of the two streams broke.</exception>
    public static async Task CopyAsync(Stream message, Stream to, CancellationToken cancellation)
    {
        var source = ArrayPool<byte>.Shared.Rent(Block);
        var target = ArrayPool<byte>.Shared.Rent(Block * 2 + 2); // each octet may become two
        var state = new State();
        try
        {
            while (await message.ReadAsync(source.AsMemory(0, Block), cancellation) is > 0 and var read)
                await to.WriteAsync(target.AsMemory(0, state.Stuff(source.AsSpan(0, read), target)), cancellation);
            await to.WriteAsync(target.AsMemory(0, state.End(target)), cancellation);
            await to.FlushAsync(cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(source, clearArray: true);
            ArrayPool<byte>.Shared.Return(target, clearArray: true);
        }
    }

    private sealed class State
    {
        private bool _atStart = true;
        private bool _afterReturn;

        public int Stuff(ReadOnlySpan<byte> source, Span<byte> target)
        {
            var length = 0;
            foreach (var octet in source)
            {
                if (octet == '\n' && _afterReturn)
                {
                    _afterReturn = false; // its line end is written already
                    continue;
                }

                _afterReturn = octet == '\r';
                if (octet is (byte)'\r' or (byte)'\n')
                {
                    target[length++] = (byte)'\r';
                    target[length++] = (byte)'\n';
                    _atStart = true;
                    continue;
                }

                if (_atStart && octet == '.') target[length++] = (byte)'.';
                target[length++] = octet;
                _atStart = false;
            }

            return length;
        }

        public int End(Span<byte> target)
        {
            if (_atStart) return 0;
            "\r\n"u8.CopyTo(target);
            return 2;
        }
    }
}
