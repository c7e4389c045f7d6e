using System.Text;

namespace Pannier.Mail.Text;

/// <summary>Reads a plain text part into typed blocks and runs, so that a view can show it without making HTML of it. Linear in the text's length.</summary>
public static class TextBody
{
    /// <summary>The blocks in order. Blank lines part them and are no blocks.</summary>
    /// <param name="text">As decoded; any line ends.</param>
    /// <param name="flow">The part's <c>format</c> and <c>delsp</c> (RFC 3676).</param>
    public static IReadOnlyList<TextBlock> Parse(string text, TextFlow flow)
    {
        var blocks = new List<TextBlock>();
        var kind = TextBlockKind.Paragraph;
        var depth = 0;
        var open = new StringBuilder();
        foreach (var line in flow is TextFlow.Fixed ? Fixed(text) : Flowed(text, flow))
        {
            if (line.QuoteDepth != depth)
            {
                Close();
                depth = line.QuoteDepth;
                kind = TextBlockKind.Paragraph;
            }

            if (line.IsSignatureMark && kind is TextBlockKind.Paragraph)
            {
                Close();
                kind = TextBlockKind.Signature;
            }
            else if (string.IsNullOrWhiteSpace(line.Content))
            {
                Close();
            }
            else
            {
                if (open.Length > 0) open.Append('\n');
                open.Append(line.Content.AsSpan().TrimEnd());
            }
        }

        Close();
        return blocks;

        void Close()
        {
            if (open.Length == 0) return;
            blocks.Add(new(kind, depth, Linkifier.Runs(open.ToString())));
            open.Clear();
        }
    }

    /// <summary>Joins flowed text into fixed lines, quotes behind <c>&gt;</c> as they were; fixed text stays as it is. For quoting it again.</summary>
    public static string Unflow(string text, TextFlow flow) => flow is TextFlow.Fixed
        ? text
        : string.Join('\n', Flowed(text, flow).Select(line => (line.QuoteDepth == 0 ? "" : new string('>', line.QuoteDepth) + " ") + line.Content));

    private static IEnumerable<TextLine> Fixed(string text) => TextLine.Split(text).Select(TextLine.ReadFixed);

    // A line that ends in a blank goes on in the next one of the same depth; the signature's separator never does.
    private static IEnumerable<TextLine> Flowed(string text, TextFlow flow)
    {
        var paragraph = new StringBuilder();
        var depth = -1;
        foreach (var raw in TextLine.Split(text))
        {
            var line = TextLine.ReadFlowed(raw);
            if (depth >= 0 && (line.QuoteDepth != depth || line.IsSignatureMark))
            {
                yield return new(depth, paragraph.ToString());
                paragraph.Clear();
                depth = -1;
            }

            if (line.IsSignatureMark || !line.Content.EndsWith(' '))
            {
                yield return line with { Content = line.IsSignatureMark ? line.Content : paragraph.Append(line.Content).ToString() };
                paragraph.Clear();
                depth = -1;
                continue;
            }

            depth = line.QuoteDepth;
            paragraph.Append(flow is TextFlow.FlowedDelSp ? line.Content.AsSpan(0, line.Content.Length - 1) : line.Content);
        }

        if (depth >= 0) yield return new(depth, paragraph.ToString());
    }
}
