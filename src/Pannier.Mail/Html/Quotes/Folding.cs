namespace Pannier.Mail.Html.Quotes;

/// <summary>Folded text in a tree: a fold of ours, which no sender's markup can become.</summary>
internal static class Folding
{
    public static OpenElement Begin(OpenElement parent, string label)
    {
        var fold = new OpenElement(parent, Tag.Details);
        fold.Children.Add(new Element(Tag.Summary, [], [], [new TextNode(label)]));
        return fold;
    }

    /// <summary>The same tree without its fold where nothing but that would be seen.</summary>
    public static IReadOnlyList<Node> Checked(IReadOnlyList<Node> nodes) => Shows(nodes) ? nodes : Open(nodes);

    private static bool Shows(IReadOnlyList<Node> nodes) => nodes.Any(node => node switch
    {
        TextNode text => !text.Text.AsSpan().IsWhiteSpace(),
        Element { Tag: Tag.Img } => true,
        Element element => element.Tag is not Tag.Details && Shows(element.Children),
        _ => false,
    });

    private static List<Node> Open(IReadOnlyList<Node> nodes) =>
        [.. nodes.SelectMany(node => node switch
        {
            Element { Tag: Tag.Details } fold => fold.Children.Skip(1),
            Element element => [element with { Children = Open(element.Children) }],
            _ => [node],
        })];
}
