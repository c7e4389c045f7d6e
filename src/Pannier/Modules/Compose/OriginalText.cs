using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Html;
using Pannier.Mail.Lists;
using Pannier.Mail.Reading;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose;

/// <summary>Reads the text of a message that is answered or passed on.</summary>
internal sealed class OriginalText(IMyMail mail)
{
    private const long MostOctets = 1024 * 1024;

    /// <summary>All its text as plain text, line ends as LF; of a very long one the start.</summary>
    public async Task<string> ReadAsync(OpenedMessage message, CancellationToken cancellation)
    {
        var texts = new List<string>();
        foreach (var block in BodyPlan.Of(message.Head.Structure).Blocks)
            if ((block.Plain ?? block.Html) is { } part) texts.Add(await ReadAsync(message.Key, part, cancellation));

        return string.Join("\n\n", texts.Where(text => text.Trim().Length > 0));
    }

    private async Task<string> ReadAsync(MessageKey key, BodyPart part, CancellationToken cancellation)
    {
        using var octets = new MemoryStream();
        await mail.CopyPartAsync(key, part, octets, MostOctets, cancellation);
        var text = DecodedText.Of(octets.GetBuffer().AsSpan(0, (int)octets.Length), part.Charset).Text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        return part.MediaType == "text/html" ? HtmlToText.Convert(text) : TextBody.Unflow(text, part.Flow);
    }
}
