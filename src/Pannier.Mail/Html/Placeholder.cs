using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>What is shown for a picture that is not: its description in a neutral frame, or a sign when it has none.</summary>
internal static class Placeholder
{
    private const string Sign = "▨";
    private const int Tiny = 4;

    private static readonly Declaration[] Frame =
    [
        AllowedCss.Ours("border", "1px dotted"), AllowedCss.Ours("padding", "0 4px"), AllowedCss.Ours("font-size", "small"),
    ];

    /// <summary>Null for what nobody would have seen: spacers, counters, and pictures marked as decoration by an empty description.</summary>
    public static Element? For(IReadOnlyList<HtmlAttribute> picture)
    {
        string? description = null;
        foreach (var attribute in picture)
        {
            if (attribute.Name.Name is "alt" && attribute.Value is Note note) description = note.Text.Trim();
            if (attribute.Name.Name is "width" or "height" && attribute.Value is Length { Unit: Unit.None, Amount: < Tiny }) return null;
        }

        return description is { Length: 0 } ? null : new(Tag.Span, [], Frame, [new TextNode(description ?? Sign)]);
    }
}
