using AngleSharp.Dom;

namespace Pannier.Mail.Html;

/// <summary>Walks a stranger's tree, which may be deeper than any stack: it calls nothing of itself.</summary>
internal static class DeepWalk
{
    /// <summary>A node and all below it, in the order of the text.</summary>
    public static IEnumerable<INode> All(INode top) => All(top, _ => true);

    /// <param name="enters">Whether to go on below a node.</param>
    public static IEnumerable<INode> All(INode top, Func<INode, bool> enters)
    {
        var node = top;
        while (true)
        {
            yield return node;
            var next = enters(node) ? node.FirstChild : null;
            while (next is null)
            {
                if (node == top) yield break;
                next = node.NextSibling;
                if (next is null) node = node.Parent!; // below the top everything has one
            }

            node = next;
        }
    }
}
