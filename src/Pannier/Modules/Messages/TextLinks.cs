using Pannier.Mail.Html;
using Pannier.Mail.Text;
using Pannier.Mail.Tracking;

namespace Pannier.Modules.Messages;

/// <summary>Links of a plain text. Its words stay as they were sent; only where a click leads is cut.</summary>
internal static class TextLinks
{
    /// <param name="cut">Takes what was cut.</param>
    public static IReadOnlyList<TextBlock> Care(IReadOnlyList<TextBlock> blocks, LinkCare care, ICollection<CutLink> cut) =>
        care is LinkCare.AsSent ? blocks : [.. blocks.Select(block => block with { Runs = [.. block.Runs.Select(run => Care(run, cut))] })];

    private static TextRun Care(TextRun run, ICollection<CutLink> cut)
    {
        if (run is not TextRun.Link { Target: WebUrl address } link || CutLink.Of(address) is not { } shorter) return run;

        cut.Add(shorter);
        return link with { Target = shorter.Cut };
    }
}
