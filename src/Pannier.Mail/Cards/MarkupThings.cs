using System.Text;
using AngleSharp.Dom;
using Pannier.Mail.Html;

namespace Pannier.Mail.Cards;

/// <summary>Reads things out of microdata (HTML §5): attributes of elements that are shown anyway, or of ones that are not.</summary>
internal static class MarkupThings
{
    private const int MostThings = 60;
    private const int MostValues = 400;
    private const int LongestText = 2_000;

    /// <summary>Those that are a property of no other.</summary>
    public static IReadOnlyList<Thing> In(INode top)
    {
        var things = new Dictionary<IElement, Thing>();
        var (found, room) = (new List<Thing>(), MostValues);
        foreach (var element in DeepWalk.All(top).OfType<IElement>())
        {
            if (element.HasAttribute("itemscope") && things.Count < MostThings)
            {
                things[element] = new Thing(JsonThings.LastOf((element.GetAttribute("itemtype") ?? "").Split(' ')[0]));
                if (!element.HasAttribute("itemprop")) found.Add(things[element]);
            }

            if (element.GetAttribute("itemprop") is not { Length: > 0 } names || ScopeOf(element) is not { } scope || !things.TryGetValue(scope, out var thing)) continue;
            if (room-- <= 0) break;
            Stated value = things.TryGetValue(element, out var whole) ? new Stated.Whole(whole) : new Stated.Words(ValueOf(element));
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(3)) thing.Add(name, value);
        }

        return found;
    }

    private static IElement? ScopeOf(IElement element)
    {
        for (var above = element.ParentElement; above is not null; above = above.ParentElement)
            if (above.HasAttribute("itemscope")) return above;
        return null;
    }

    private static string ValueOf(IElement element) => element.GetAttribute("content") ?? element.LocalName switch
    {
        "time" => element.GetAttribute("datetime"),
        "data" or "meter" => element.GetAttribute("value"),
        "a" or "area" or "link" => element.GetAttribute("href"),
        _ => null,
    } ?? TextOf(element);

    private static string TextOf(IElement element)
    {
        var text = new StringBuilder();
        foreach (var piece in DeepWalk.All(element).OfType<IText>())
        {
            text.Append(piece.Data);
            if (text.Length > LongestText) break;
        }

        return text.ToString();
    }
}
