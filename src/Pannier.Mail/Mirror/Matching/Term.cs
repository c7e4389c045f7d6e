using System.Text;
using Pannier.Mail.Search;

namespace Pannier.Mail.Mirror.Matching;

/// <summary>A word of a search, folded, as the bytes it is looked for by.</summary>
internal sealed class Term(SearchNode.Words words)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(Folding.Fold(words.Text));

    public SearchField Field { get; } = words.Field;

    public int Length => _bytes.Length;

    /// <summary>Where it next stands in a text whose ASCII letters may be of either case and which is folded apart from that; negative where it does not.</summary>
    public int Next(ReadOnlySpan<byte> text, int from) => TextScan.Next(text, _bytes, from);
}
