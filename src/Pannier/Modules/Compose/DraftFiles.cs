using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Records;
using Pannier.Mail.Compose;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose;

/// <summary>Keeps the files of messages being written, sealed among the person's blobs.</summary>
internal sealed class DraftFiles(IMyBlobs blobs)
{
    /// <summary>Keeps an upload under a name made safe and an id of our own.</summary>
    /// <returns>Null when it is larger than <paramref name="room"/>; nothing is kept then.</returns>
    public async Task<KeptFile?> AddAsync(FormUpload upload, long room, CancellationToken cancellation)
    {
        if (upload.Length > room) return null;
        await using var content = upload.Open();
        return await blobs.AddAsync(content, room, cancellation) is { } stored
            ? new KeptFile(stored.Id.Value, FileName.Safe(upload.FileName).Value, Type(upload.MediaType), stored.Size, stored.Id)
            : null;
    }

    /// <summary>Copies a file of the original.</summary>
    /// <exception cref="Mail.MailFault">It could not be read whole.</exception>
    public async Task<KeptFile?> AddAsync(StartFile file, long room, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await file.CopyAsync(content, cancellation);
        content.Position = 0;
        return await blobs.AddAsync(content, room, cancellation) is { } stored ? new KeptFile(file.Id, file.Name, Type(file.Type), stored.Size, stored.Id) : null;
    }

    /// <summary>A second copy, for a draft of its own.</summary>
    /// <exception cref="IOException">It can't be opened, or there is no room.</exception>
    public async Task<KeptFile> CopyAsync(KeptFile file, CancellationToken cancellation)
    {
        await using var content = await OpenAsync(file, cancellation);
        var stored = await blobs.AddAsync(content, long.MaxValue, cancellation) ?? throw new NoRoomException();
        return file with { Blob = stored.Id };
    }

    public async Task RemoveAsync(IEnumerable<KeptFile> files, CancellationToken cancellation)
    {
        foreach (var file in files) await blobs.RemoveAsync(file.Blob, cancellation);
    }

    /// <summary>As the message builder takes it.</summary>
    public DraftAttachment Attachment(KeptFile file) =>
        new(FileName.Safe(file.Name), MediaType.Read(file.Type) ?? MediaType.Unknown, cancellation => OpenAsync(file, cancellation));

    /// <summary>The whole content.</summary>
    /// <exception cref="IOException">It is not there, or is not what was kept: a message must not go without it .</exception>
    private async Task<Stream> OpenAsync(KeptFile file, CancellationToken cancellation)
    {
        var content = new MemoryStream();
        try
        {
            if (!await blobs.CopyAsync(file.Blob, content, cancellation) || content.Length != file.Size) throw new LostFileException(file.Name);
        }
        catch (BoxRefused refused)
        {
            throw new LostFileException(file.Name, refused);
        }

        content.Position = 0;
        return content;
    }

    private static string Type(string given) => (MediaType.Read(given) ?? MediaType.Unknown).Value;
}
