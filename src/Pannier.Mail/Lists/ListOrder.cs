namespace Pannier.Mail.Lists;

/// <summary>The order of a list. Messages that are alike in it stand newest first, then by account, mailbox and uid.</summary>
public sealed record ListOrder(SortBy By, Direction Direction)
{
    /// <summary>Newest first.</summary>
    public static ListOrder Default { get; } = new(SortBy.Date, Direction.Descending);

    /// <summary>Reads <c>subject</c> for ascending, <c>-subject</c> for descending; null when it is neither.</summary>
    public static ListOrder? Read(string text)
    {
        var (name, direction) = text.StartsWith('-') ? (text[1..], Direction.Descending) : (text, Direction.Ascending);
        foreach (var by in Enum.GetValues<SortBy>())
            if (Name(by) == name) return new ListOrder(by, direction);

        return null;
    }

    internal IComparer<Candidate> Forwards => Comparer<Candidate>.Create(Compare);

    /// <summary>The same from its other end, ties too.</summary>
    internal IComparer<Candidate> Backwards => Comparer<Candidate>.Create((left, right) => Compare(right, left));

    public override string ToString() => Direction == Direction.Descending ? "-" + Name(By) : Name(By);

    /// <summary>Negative when the left one comes first.</summary>
    internal int Compare(Candidate left, Candidate right)
    {
        if (By == SortBy.Date) return Direction == Direction.Descending ? left.CompareTo(right) : right.CompareTo(left);

        var order = CompareCodePoints(left.Sort, right.Sort);
        return order == 0 ? left.CompareTo(right) : Direction == Direction.Ascending ? order : -order;
    }

    /// <summary>Ordinal by code point, which is the order of UTF-8 bytes; that of chars is another beyond the basic plane.</summary>
    internal static int CompareCodePoints(string left, string right)
    {
        var shared = left.AsSpan().CommonPrefixLength(right);
        if (shared == left.Length || shared == right.Length) return left.Length - right.Length;
        return Rank(left[shared]) - Rank(right[shared]);
    }

    private static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;

    private static string Name(SortBy by) => by.ToString().ToLowerInvariant();
}
