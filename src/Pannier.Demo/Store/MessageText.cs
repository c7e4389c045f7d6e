using System.Text;

using MimeKit;
using MimeKit.Text;

namespace Pannier.Demo.Store;

/// <summary>The decoded words of a message, for BODY, TEXT and PREVIEW.</summary>
internal static class MessageText
{
    private const int PreviewLength = 200;

    /// <summary>Text parts only, decoded; headers are searched apart.</summary>
    public static string Of(byte[] raw)
    {
        var text = new StringBuilder();
        using var message = PartMap.Read(raw).Message;
        foreach (var part in Parts(message.Body))
            text.Append(part.Text).Append('\n');
        return text.ToString();
    }

    /// <summary>Decoded "Name: value" lines.</summary>
    public static string Headers(byte[] raw)
    {
        var text = new StringBuilder();
        using var message = PartMap.Read(raw).Message;
        foreach (var header in message.Headers)
            text.Append(header.Field).Append(": ").Append(header.Value).Append('\n');
        return text.ToString();
    }

    /// <summary>The first words of the text (RFC 8970), blanks folded, at most 200 characters.</summary>
    public static string Preview(byte[] raw)
    {
        using var message = PartMap.Read(raw).Message;
        var text = message.TextBody ?? (message.HtmlBody is { } html ? PlainTextOf(html) : "");
        var preview = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (preview.Length >= PreviewLength)
                break;
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
                preview.Append(rune);
            else if (preview.Length > 0 && preview[^1] != ' ')
                preview.Append(' ');
        }

        return preview.ToString().TrimEnd();
    }

    private static string PlainTextOf(string html)
    {
        var text = new StringBuilder();
        using var reader = new StringReader(html);
        var tokenizer = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        var hidden = false;
        while (text.Length < 4 * PreviewLength && tokenizer.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { Id: HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title } tag)
                hidden = !tag.IsEndTag;
            else if (token is HtmlDataToken data && !hidden && token is not HtmlScriptDataToken)
                text.Append(data.Data);
            else if (token is HtmlTagToken)
                text.Append(' ');
        }

        return text.ToString();
    }

    private static IEnumerable<TextPart> Parts(MimeEntity? entity) => entity switch
    {
        TextPart text => [text],
        Multipart parts => parts.SelectMany(Parts),
        MessagePart { Message: { } message } => Parts(message.Body),
        _ => [],
    };
}
