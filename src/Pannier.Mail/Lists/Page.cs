namespace Pannier.Mail.Lists;

/// <summary>One page of a list, and how far to believe it.</summary>
/// <param name="Next">Where the page after it begins; null on the last page.</param>
/// <param name="Total">How many messages match in the accounts that answered.</param>
/// <param name="Accounts">What became of every account asked; the view shows each that did not answer.</param>
public sealed record Page(IReadOnlyList<Row> Rows, Cursor? Next, int Total, IReadOnlyList<AccountAnswer> Accounts)
{
    /// <summary>Where the page before it ends; null on the first page.</summary>
    public Cursor? Previous { get; init; }

    /// <summary>How far the servers have been asked; null where they need not be.</summary>
    public SearchProgress? Search { get; init; }

    /// <summary>Mailboxes and accounts the search names that nothing is called, as <c>in:name</c>.</summary>
    public IReadOnlyList<string> UnknownNames { get; init; } = [];
}
