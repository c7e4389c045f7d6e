using System.Globalization;
using System.Text;
using MimeKit;

namespace Pannier.Demo.Seed.Files;

/// <summary>Files people attach, made from a kind, a name and the text they are sent with.</summary>
internal static class Attachment
{
    /// <param name="kind">pdf, png, csv, docx, bin (2 MB), ics or txt.</param>
    /// <exception cref="InvalidOperationException">A script asks for a kind that is not made.</exception>
    public static MimePart Of(string kind, string name, string text, string key)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return kind switch
        {
            "pdf" => Part("application", "pdf", name, Pdf.Page(Path.GetFileNameWithoutExtension(name), lines)),
            "png" => Part("image", "png", name, Png.Seascape(name + key, 160, 100)),
            "csv" => Part("text", "csv", name, Encoding.UTF8.GetBytes(Csv.Of(name, key))),
            "docx" => Part("application", "vnd.openxmlformats-officedocument.wordprocessingml.document", name, WordFile.Of(lines)),
            "bin" => Part("application", "octet-stream", name, Noise(name, 2 * 1024 * 1024)),
            "txt" => Part("text", "plain", name, Encoding.UTF8.GetBytes(text)),
            _ => throw new InvalidOperationException($"No attachment of kind {kind}."),
        };
    }

    /// <summary>An image shown inside the HTML by its Content-ID.</summary>
    public static MimePart Inline(string contentId, string name, byte[] png)
    {
        var part = Part("image", "png", name, png);
        part.ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = name };
        part.ContentId = contentId;
        return part;
    }

    private static MimePart Part(string type, string subtype, string name, byte[] content)
    {
        var part = new MimePart(type, subtype)
        {
            Content = new MimeContent(new MemoryStream(content)),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        };
        // Half of the programs out there still write encoded words where RFC 2231 has its own way.
        var method = Mixer.Below(2, name) == 0 ? ParameterEncodingMethod.Rfc2231 : ParameterEncodingMethod.Rfc2047;
        part.ContentDisposition.Parameters.Add(new Parameter(Encoding.UTF8, "filename", name) { EncodingMethod = method });
        part.ContentType.Parameters.Add(new Parameter(Encoding.UTF8, "name", name) { EncodingMethod = method });
        return part;
    }

    private static byte[] Noise(string key, int length)
    {
        var noise = new byte[length];
        for (var at = 0; at < length; at += 8)
            BitConverter.TryWriteBytes(noise.AsSpan(at), Mixer.Of("noise", at + key.Length));
        return noise;
    }
}
