using System.Buffers;
using System.Globalization;
using System.Text;

using Pannier.Demo.Net;

namespace Pannier.Demo.Imap;

/// <summary>Collects one command with its literals, asking for each synchronising literal, and never more than the limits.</summary>
internal sealed class ImapCommandReader(Wire wire)
{
    public const int LargestLiteral = 64 * 1024 * 1024;

    private const int LongestLine = 1024 * 1024;

    /// <returns>The command without its last line end; null when the peer closed.</returns>
    /// <exception cref="LineTooLongException">A line was beyond the limit and is skipped.</exception>
    /// <exception cref="LiteralTooLargeException">A literal is beyond <paramref name="largestLiteral"/>.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(int largestLiteral, CancellationToken cancellation)
    {
        var command = new ArrayBufferWriter<byte>(256);
        while (true)
        {
            var line = await wire.ReadLineAsync(LongestLine, cancellation);
            if (line.IsEmpty)
                return null;
            command.Write(line.Span);
            if (LiteralAtEnd(line.Span) is not { } literal)
                return command.WrittenMemory[..^LineEnd(command.WrittenSpan)];

            if (literal.Length > largestLiteral - command.WrittenCount)
            {
                // What comes unasked can't be told from the next command unless it is read; beyond the limit we hang up.
                if (!literal.Waits && (literal.Length > LargestLiteral || !await SkipAsync((int)literal.Length, cancellation)))
                    return null;
                throw new LiteralTooLargeException(TagOf(command.WrittenSpan));
            }

            if (literal.Waits)
                await wire.WriteAsync("+ Go on\r\n"u8.ToArray(), cancellation);
            var length = (int)literal.Length;
            if (!await wire.ReadBlockAsync(command.GetMemory(length)[..length], cancellation))
                return null;
            command.Advance(length);
        }
    }

    private static int LineEnd(ReadOnlySpan<byte> line) => line.EndsWith("\r\n"u8) ? 2 : 1;

    private static string TagOf(ReadOnlySpan<byte> command)
    {
        var blank = command.IndexOf((byte)' ');
        var tag = blank < 0 ? command : command[..blank];
        return tag.IsEmpty || tag.Length > 100 || tag.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? "*" : Encoding.ASCII.GetString(tag);
    }

    private static (long Length, bool Waits)? LiteralAtEnd(ReadOnlySpan<byte> line)
    {
        line = line[..^LineEnd(line)];
        var open = line.LastIndexOf((byte)'{');
        if (open < 0 || line[^1] != '}')
            return null;
        var digits = line[(open + 1)..^1];
        var waits = !digits.EndsWith("+"u8);
        if (!waits)
            digits = digits[..^1];
        return long.TryParse(Encoding.ASCII.GetString(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? (length, waits) : null;
    }

    private async Task<bool> SkipAsync(int length, CancellationToken cancellation)
    {
        var block = new byte[16 * 1024];
        for (var left = length; left > 0; left -= block.Length)
            if (!await wire.ReadBlockAsync(block.AsMemory(0, Math.Min(left, block.Length)), cancellation))
                return false;
        return !(await wire.ReadLineAsync(LongestLine, cancellation)).IsEmpty;
    }
}
