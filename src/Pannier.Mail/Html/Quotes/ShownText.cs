using AngleSharp.Dom;

namespace Pannier.Mail.Html.Quotes;

/// <summary>How much of a parsed body somebody would see. A stranger's tree may be deeper than any stack: nothing here calls itself.</summary>
internal static class ShownText
{
    /// <summary>Nothing to see but room.</summary>
    public static bool IsBlank(INode node) => !Walk(node).Any(one => one is IElement { LocalName: "img" } || one is IText text && LengthOf(text) > 0);

    /// <summary>Characters other than blanks.</summary>
    public static int LengthOf(INode node) => Walk(node).OfType<IText>().Sum(LengthOf);

    /// <summary>A node and what is seen below it, in order.</summary>
    public static IEnumerable<INode> Walk(INode top) => DeepWalk.All(top, node => !IsUnseen(node));

    private static int LengthOf(IText text) => text.Data.Count(letter => !char.IsWhiteSpace(letter) && letter is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD' or '\u034F'));

    private static bool IsUnseen(INode node) => node is IElement { LocalName: "style" or "script" or "title" or "head" or "template" or "noscript" };
}
