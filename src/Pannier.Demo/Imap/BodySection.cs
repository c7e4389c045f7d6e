namespace Pannier.Demo.Imap;

/// <summary>What stands between the brackets of BODY[…], and the piece of it that is wanted (null: all of it).</summary>
internal sealed record BodySection(IReadOnlyList<int> Path, string Kind, IReadOnlyList<byte[]> Fields, Partial? Piece)
{
    public static readonly BodySection Whole = new([], "", [], null);
}
