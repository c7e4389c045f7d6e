namespace Pannier.Mail.Net;

/// <summary>
/// A stream that says a greeting of ours before what the other side says. After STARTTLS a server greets no more, and what it
/// said in the clear is not to be believed; a library that expects a greeting gets this one.
/// </summary>
internal sealed class GreetedStream(ReadOnlyMemory<byte> greeting, Stream inner) : Stream
{
    private ReadOnlyMemory<byte> _greeting = greeting;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _greeting.IsEmpty ? inner.ReadAsync(buffer, cancellationToken) : ValueTask.FromResult(Greet(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        _greeting.IsEmpty ? inner.Read(buffer, offset, count) : Greet(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

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
