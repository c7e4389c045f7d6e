namespace Pannier.Mail.Net;

/// <summary>A stream that gives up when the other side stays silent: libraries above it wait for ever on a dead line.</summary>
/// <remarks>It goes on wherever the octets came, as those libraries do: a context below them would be one between their steps.</remarks>
internal sealed class PatientStream(Stream inner, TimeProvider time) : WireStream
{
    /// <summary>How long one read or write may wait.</summary>
    public TimeSpan Patience { get; set; } = Timeout.InfiniteTimeSpan;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = 0;
        await LimitAsync(async token => read = await inner.ReadAsync(buffer, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await LimitAsync(token => inner.WriteAsync(buffer, token).AsTask(), cancellationToken).ConfigureAwait(false);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <summary>MailKit ends IDLE by a write of its own that does not wait.</summary>
    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Flush() => inner.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private async Task LimitAsync(Func<CancellationToken, Task> act, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            await act(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException("The other side stayed silent.", new TimeoutException());
        }
    }
}
