using System.Net;
using System.Text;
using MimeKit;

namespace Pannier.Demo.Seed;

/// <summary>Writes a text the way a correspondent's program does.</summary>
internal static class Bodies
{
    /// <param name="quote">What is answered, with its attribution line; null when nothing is quoted.</param>
    public static MimeEntity Write(MailClient client, string text, Quote? quote)
    {
        if (client == MailClient.Flowed)
        {
            var flowed = CharsetTexts.Part(MailClient.Plain, Flow(text) + Plain(quote));
            flowed.ContentType.Format = "flowed";
            return flowed;
        }
        if (client is MailClient.HtmlOnly)
            return CharsetTexts.Html(Html(client, text, quote));
        if (client is not (MailClient.Office or MailClient.Web))
            return CharsetTexts.Part(client, text + Plain(quote));

        return new MultipartAlternative
        {
            CharsetTexts.Part(MailClient.Plain, text + Plain(quote)),
            CharsetTexts.Html(Html(client, text, quote)),
        };
    }

    public static string Paragraphs(string text) => string.Join('\n', text.Trim().Split("\n\n")
        .Select(part => $"<p>{WebUtility.HtmlEncode(part.Trim()).Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>"));

    // RFC 3676: a line that ends in a space goes on in the next one; lines that start with a space or "From" are stuffed.
    private static string Flow(string text)
    {
        var flowed = new StringBuilder();
        foreach (var line in text.TrimEnd().Split('\n'))
        {
            var width = 0;
            foreach (var word in (line.StartsWith(' ') || line.StartsWith("From ", StringComparison.Ordinal) ? " " + line : line).Split(' '))
            {
                if (width > 0 && width + word.Length > 70)
                {
                    flowed.Append(" \n");
                    width = 0;
                }
                flowed.Append(width > 0 ? " " : "").Append(word);
                width += word.Length + 1;
            }
            flowed.Append('\n');
        }
        return flowed.ToString();
    }

    private static string Plain(Quote? quote) => quote is null
        ? "\n"
        : $"\n\n{quote.Attribution}\n{string.Join('\n', quote.Text.Trim().Split('\n').Select(line => line.StartsWith('>') ? ">" + line : "> " + line))}\n";

    private static string Html(MailClient client, string text, Quote? quote) => client == MailClient.Office
        ? $"""
           <html xmlns:o="urn:schemas-office-example:office"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
           <style><!-- p.Normal {"{margin:0cm;font-size:11.0pt;font-family:\"Calibri\",sans-serif}"} --></style></head>
           <body lang="EN-GB" link="#0563C1"><div class="Section1" style="font-family:Calibri,sans-serif;font-size:11pt">{Paragraphs(text)}</div>
           {(quote is null ? "" : $"<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0 0 0\"><p><b>{WebUtility.HtmlEncode(quote.Attribution)}</b></p></div>{Paragraphs(quote.Text)}")}
           </body></html>
           """
        : $"""
           <div dir="auto">{Paragraphs(text)}</div>
           {(quote is null ? "" : $"<br><div class=\"gmail_quote\"><div dir=\"auto\" class=\"gmail_attr\">{WebUtility.HtmlEncode(quote.Attribution)}<br></div><blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex\">{Paragraphs(quote.Text)}</blockquote></div>")}
           """;
}
