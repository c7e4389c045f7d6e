namespace Pannier.Mail.Lists;

/// <summary>One page of a list, and how far to believe it.</summary>
/// <param name="Next">Null on the last page.</param>
/// <param name="Total">How many messages match in the accounts that answered.</param>
/// <param name="Accounts">What became of every account asked; the view shows each that did not answer.</param>
public sealed record Page(IReadOnlyList<Row> Rows, Cursor? Next, int Total, IReadOnlyList<AccountAnswer> Accounts);
