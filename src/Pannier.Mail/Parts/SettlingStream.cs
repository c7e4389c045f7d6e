using Pannier.Mail.Net;

namespace Pannier.Mail.Parts;

/// <summary>Keeps what is written without awaiting, as the headers of an archive are, until the next write that awaits: a web answer takes no other.</summary>
internal sealed class SettlingStream(Stream inner) : WireStream
{
    private readonly MemoryStream _kept = new();

    public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer, offset, count);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SettleAsync(cancellationToken);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        await inner.FlushAsync(cancellationToken);
    }

    private async Task SettleAsync(CancellationToken cancellation)
    {
        if (_kept.Length == 0) return;

        await inner.WriteAsync(_kept.GetBuffer().AsMemory(0, (int)_kept.Length), cancellation);
        _kept.SetLength(0);
    }
}
