namespace Pannier.Mail.Text;

/// <summary>A paragraph of plain text, shown with its own line ends (<c>white-space: pre-wrap</c>).</summary>
/// <param name="QuoteDepth">0 for the writer's own words.</param>
public sealed record TextBlock(TextBlockKind Kind, int QuoteDepth, IReadOnlyList<TextRun> Runs)
{
    /// <summary>The runs' text, joined.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));
}
