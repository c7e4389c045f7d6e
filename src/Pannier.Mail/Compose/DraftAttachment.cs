using Pannier.Mail.Text;

namespace Pannier.Mail.Compose;

/// <summary>A file that goes with a message.</summary>
/// <param name="Type"><see cref="MediaType.Message"/> for a forwarded message, which goes in as it stands.</param>
/// <param name="OpenAsync">Opens the content from its start; may be called more than once. The stream is read once and disposed.</param>
public sealed record DraftAttachment(FileName Name, MediaType Type, Func<CancellationToken, Task<Stream>> OpenAsync)
{
    /// <summary>A small file held in memory.</summary>
    public static DraftAttachment Of(FileName name, MediaType type, ReadOnlyMemory<byte> content) =>
        new(name, type, _ => Task.FromResult<Stream>(new MemoryStream(content.ToArray(), writable: false)));
}
