using System.Text;
using MimeKit;

namespace Pannier.Demo.Seed;

/// <summary>Text parts in the charsets and transfer encodings that are found in the field.</summary>
internal static class CharsetTexts
{
    /// <returns>Null where the program writes UTF-8, or has to.</returns>
    public static Encoding? HeaderEncoding(MailClient client, string text) => client switch
    {
        MailClient.Latin1 when text.All(c => c < 256) => Encoding.Latin1,
        MailClient.Japanese => Legacy("iso-2022-jp"),
        MailClient.Chinese => Legacy("gb18030"),
        MailClient.Cyrillic => Legacy("windows-1251"),
        _ => null,
    };

    /// <summary>A part in the client's charset; in UTF-8 where the text does not fit it.</summary>
    public static TextPart Part(MailClient client, string text) => client switch
    {
        MailClient.Latin1 when text.All(c => c < 256) => Part("plain", text, Encoding.Latin1, ContentEncoding.EightBit),
        MailClient.Japanese => Part("plain", text, Legacy("iso-2022-jp"), ContentEncoding.SevenBit),
        MailClient.Chinese => Part("plain", text, Legacy("gb18030"), ContentEncoding.Base64),
        MailClient.Cyrillic => Part("plain", text, Legacy("windows-1251"), ContentEncoding.QuotedPrintable),
        MailClient.Base64 => Part("plain", text, Encoding.UTF8, ContentEncoding.Base64),
        _ => Part("plain", text, Encoding.UTF8, Needed(text)),
    };

    public static TextPart Html(string html) => Part("html", html.TrimEnd() + "\n", Encoding.UTF8, ContentEncoding.QuotedPrintable);

    public static TextPart Part(string subtype, string text, Encoding encoding, ContentEncoding transfer)
    {
        var part = new TextPart(subtype);
        part.SetText(encoding, text.ReplaceLineEndings("\r\n"));
        part.ContentTransferEncoding = transfer;
        return part;
    }

    // Not Encoding.GetEncoding: that knows these only once somebody has registered the provider.
    public static Encoding Legacy(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) ?? throw new InvalidOperationException($"This runtime has no {name}.");

    private static ContentEncoding Needed(string text) =>
        Ascii.IsValid(text) && text.Split('\n').All(line => line.Length < 900) ? ContentEncoding.SevenBit : ContentEncoding.QuotedPrintable;
}
