using Pannier.Mail.Net;

namespace Pannier.Mail.Imap;

/// <summary>Passes on at most so many octets and swallows the rest. Leaves the stream below open.</summary>
internal sealed class CappedStream(Stream inner, long atMost) : WireStream
{
    private long _left = atMost;

    /// <summary>True once something was swallowed.</summary>
    public bool IsCut { get; private set; }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await inner.WriteAsync(buffer[..Take(buffer.Length)], cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, Take(count));

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    private int Take(int count)
    {
        var taken = (int)Math.Min(count, _left);
        _left -= taken;
        IsCut |= taken < count;
        return taken;
    }
}
