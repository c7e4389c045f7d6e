using MimeKit;

namespace Pannier.Mail.Compose;

/// <summary>Lets MimeKit stream an attachment from where it lies: nothing is held in memory, however large.</summary>
internal sealed class ProvidedContent(DraftAttachment attachment) : IMimeContent
{
    public ContentEncoding Encoding => ContentEncoding.Default;

    public NewLineFormat? NewLineFormat => null;

    public Stream Stream => throw new NotSupportedException("The content is opened anew for each reading.");

    public Stream Open() => throw new NotSupportedException("The content is read asynchronously only.");

    public void DecodeTo(Stream stream, CancellationToken cancellationToken = default) => throw new NotSupportedException("The content is read asynchronously only.");

    public void WriteTo(Stream stream, CancellationToken cancellationToken = default) => throw new NotSupportedException("The content is read asynchronously only.");

    public async Task DecodeToAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        await using var content = await attachment.OpenAsync(cancellationToken);
        await content.CopyToAsync(stream, cancellationToken);
    }

    public Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) => DecodeToAsync(stream, cancellationToken);

    public void Dispose()
    {
        // Nothing is open between two readings.
    }
}
