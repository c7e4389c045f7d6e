using System.Globalization;

namespace Pannier.Mail.Text;

/// <summary>The first words of a message, for lists.</summary>
public static class Preview
{
    /// <summary>Characters a reader sees as one, at most, the ellipsis included.</summary>
    public const int Length = 140;

    private const int MostRead = 32 * 1024;
    private const int MostLines = 400;

    // How programs introduce what they quote or forward below: nothing after these is the writer's own.
    private static readonly string[] Below =
    [
        "-----Original Message", "---------- Forwarded message", "-------- Original Message", "-------- Forwarded Message", "Begin forwarded message",
        "-----Ursprüngliche Nachricht", "-------- Weitergeleitete Nachricht", "-----Message d'origine", "-----Mensaje original",
    ];

    // Greetings of the machinery.
    private static readonly string[] Boilerplate =
    [
        "view this email in your browser", "view in browser", "view online", "view this message in", "having trouble viewing", "if you are having trouble",
        "can't see this email", "trouble viewing this", "read online", "web version", "unsubscribe",
        "im browser ansehen", "im browser anzeigen", "wird diese e-mail nicht", "wird diese nachricht nicht", "voir dans le navigateur", "ver en el navegador", "visualizza nel browser",
        "this is a multi-part message in mime format",
    ];

    /// <summary>
    /// The writer's own first words on one line, safe to show, cut at a word. Quotes, what introduces them, signature, rules, bare
    /// addresses and greetings of the machinery are passed over; when nothing else is there, they are the preview. Empty for an empty text.
    /// </summary>
    public static string Of(string text)
    {
        var lines = TextLine.Split(text.Length > MostRead ? text[..MostRead] : text).Take(MostLines).ToList();
        var own = Cut(UntrustedText.Show(string.Join(' ', Own(lines))));
        return own.Length > 0 ? own : Cut(UntrustedText.Show(string.Join(' ', lines)));
    }

    /// <summary>The same of an HTML body, its hidden preheader first.</summary>
    public static string OfHtml(string html) => Of(Html.HtmlToText.ForPreview(html.Length > 4 * MostRead ? html[..(4 * MostRead)] : html));

    private static IEnumerable<string> Own(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            if (lines[i] is "-- " or "--" || Below.Any(mark => line.StartsWith(mark, StringComparison.OrdinalIgnoreCase))) yield break;
            if (line.Length == 0 || line[0] == '>' || IsNoise(line) || IntroducesQuote(lines, i)) continue;
            yield return line;
        }
    }

    private static bool IsNoise(string line) =>
        !line.Any(char.IsLetterOrDigit)
        || (line.Length < 100 && Boilerplate.Any(words => line.Contains(words, StringComparison.OrdinalIgnoreCase)))
        || (!line.Contains(' ', StringComparison.Ordinal) && LinkTarget.Read(line.Trim('<', '>', '[', ']', '(', ')')) is not null);

    // "On Monday … wrote:", on one line or two, before a quote.
    private static bool IntroducesQuote(List<string> lines, int at)
    {
        var end = at;
        if (!lines[end].TrimEnd().EndsWith(':') && end + 1 < lines.Count) end++;
        if (!lines[end].TrimEnd().EndsWith(':')) return false;

        var next = end + 1;
        while (next < lines.Count && string.IsNullOrWhiteSpace(lines[next])) next++;
        return next < lines.Count && lines[next].TrimStart().StartsWith('>');
    }

    private static string Cut(string line)
    {
        var starts = StringInfo.ParseCombiningCharacters(line);
        if (starts.Length <= Length) return line;

        var end = starts[Length - 1];
        var blank = line.LastIndexOf(' ', end - 1, end / 3);
        return line[..(blank > 0 ? blank : end)].TrimEnd(' ', ',', '.', ';', ':') + "…";
    }
}
