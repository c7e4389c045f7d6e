namespace Pannier.Mail.Net;

/// <summary>
/// A stream that says a greeting of ours before what the other side says. After STARTTLS a server greets no more, and what it
/// said in the clear is not to be believed; a library that expects a greeting gets this one.
/// </summary>
internal sealed class GreetedStream(ReadOnlyMemory<byte> greeting, Stream inner) : WireStream
{
    private ReadOnlyMemory<byte> _greeting = greeting;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _greeting.IsEmpty ? inner.ReadAsync(buffer, cancellationToken) : ValueTask.FromResult(Greet(buffer.Span));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <summary>MailKit ends IDLE by a write of its own that does not wait.</summary>
    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Flush() => inner.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Greet(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _greeting.Length);
        _greeting.Span[..count].CopyTo(buffer);
        _greeting = _greeting[count..];
        return count;
    }
}
