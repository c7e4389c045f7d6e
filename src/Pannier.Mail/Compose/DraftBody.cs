using MimeKit;
using MimeKit.Text;
using Pannier.Mail.Html;
using Pannier.Mail.Text;

namespace Pannier.Mail.Compose;

/// <summary>Parts a message's structure into the text that is being written and the files that go with it.</summary>
internal sealed class DraftBody
{
    private static readonly FormatOptions Lines = Crlf();
    private readonly List<DraftAttachment> _attachments = [];
    private string? _text;

    public string Text => _text ?? "";

    public IReadOnlyList<DraftAttachment> Attachments => _attachments;

    public bool LostFormatting { get; private set; }

    public async Task AddAsync(MimeEntity? entity, CancellationToken cancellation)
    {
        switch (entity)
        {
            case null:
                break;
            case MultipartAlternative alternative:
                await AddAlternativeAsync(alternative, cancellation);
                break;
            case Multipart multipart:
                foreach (var child in multipart) await AddAsync(child, cancellation);
                break;
            case MessagePart { Message: { } message } part:
                await AttachAsync(part, MediaType.Message, stream => message.WriteToAsync(Lines, stream, cancellation));
                break;
            case TextPart text when _text is null && !text.IsAttachment && text.FileName is null && (text.IsPlain || text.IsHtml):
                _text = Read(text);
                break;
            case MimePart { Content: { } content } part:
                await AttachAsync(part, MediaType.Read(part.ContentType.MimeType) ?? MediaType.Unknown, stream => content.DecodeToAsync(stream, cancellation));
                break;
        }
    }

    /// <summary>One content in several forms: the plain one is taken, the formatted one cannot be; what is neither is a file.</summary>
    private async Task AddAlternativeAsync(MultipartAlternative alternative, CancellationToken cancellation)
    {
        if (_text is null && alternative.OfType<TextPart>().FirstOrDefault(text => text.IsPlain) is { } plain)
        {
            _text = Read(plain);
            LostFormatting |= alternative.Count > 1;
            foreach (var other in alternative.Where(part => part != plain && part is not TextPart { IsHtml: true })) await AddFilesAsync(other, cancellation);
            return;
        }

        foreach (var child in alternative) await AddAsync(child, cancellation);
    }

    /// <summary>Images that a formatted text showed are kept as files.</summary>
    private async Task AddFilesAsync(MimeEntity entity, CancellationToken cancellation)
    {
        if (entity is Multipart multipart)
            foreach (var child in multipart.Where(child => child is not TextPart { IsHtml: true })) await AddFilesAsync(child, cancellation);
        else await AddAsync(entity, cancellation);
    }

    private string Read(TextPart text)
    {
        LostFormatting |= text.IsHtml;
        var content = text.Text.ReplaceLineEndings("\n");
        if (text.IsHtml) return HtmlToText.Convert(content);
        if (text.IsFlowed)
        {
            var delSp = "yes".Equals(text.ContentType.Parameters["delsp"], StringComparison.OrdinalIgnoreCase);
            content = new FlowedToText { DeleteSpace = delSp }.Convert(content).ReplaceLineEndings("\n");
        }

        return content.EndsWith('\n') ? content[..^1] : content; // it ends the part, and was not typed
    }

    private async Task AttachAsync(MimeEntity part, MediaType type, Func<Stream, Task> write)
    {
        using var content = new MemoryStream();
        await write(content);
        var name = part.ContentDisposition?.FileName ?? part.ContentType.Name;
        _attachments.Add(DraftAttachment.Of(FileName.Safe(name), type, content.ToArray()));
    }

    private static FormatOptions Crlf()
    {
        var lines = FormatOptions.Default.Clone();
        lines.NewLineFormat = NewLineFormat.Dos;
        return lines;
    }
}
