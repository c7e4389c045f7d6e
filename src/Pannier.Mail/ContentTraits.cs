using System.Buffers;

namespace Pannier.Mail;

/// <summary>What decides how a content may travel, learnt by reading it once.</summary>
/// <param name="Octets">With every line end as CRLF.</param>
/// <param name="LongestLine">Octets without the line end; RFC 5322 §2.1.1 allows 998.</param>
internal sealed record ContentTraits(long Octets, bool HasEightBit, bool HasNul, int LongestLine)
{
    private const int MostLine = 998;

    /// <summary>True when the content can go as it stands, as <c>7bit</c> or <c>8bit</c>.</summary>
    public bool KeepsLineRules => !HasNul && LongestLine <= MostLine;

    public static async Task<ContentTraits> ReadAsync(Stream content, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var count = new Counter();
        try
        {
            while (await content.ReadAsync(buffer, cancellation) is > 0 and var read) count.Add(buffer.AsSpan(0, read));
            return count.Traits();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    public static ContentTraits Of(ReadOnlySpan<byte> content)
    {
        var count = new Counter();
        count.Add(content);
        return count.Traits();
    }

    private struct Counter
    {
        private long octets;
        private int line;
        private int longest;
        private bool eightBit;
        private bool nul;
        private bool afterReturn;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            foreach (var octet in bytes)
            {
                if (octet == '\n' && afterReturn)
                {
                    afterReturn = false;
                    continue;
                }

                afterReturn = octet == '\r';
                if (octet is (byte)'\r' or (byte)'\n')
                {
                    longest = Math.Max(longest, line);
                    octets += line + 2;
                    line = 0;
                    continue;
                }

                line++;
                eightBit |= octet >= 0x80;
                nul |= octet == 0;
            }
        }

        public readonly ContentTraits Traits() => new(octets + line, eightBit, nul, Math.Max(longest, line));
    }
}
