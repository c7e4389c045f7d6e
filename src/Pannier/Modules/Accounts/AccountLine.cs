using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Accounts;

/// <summary>One account of the list.</summary>
/// <param name="State">How its server is, in plain words.</param>
/// <param name="Moves">The directions it can be moved in.</param>
public sealed record AccountLine(MyAccount Account, AccountState Health, Said State, IReadOnlyList<Move> Moves)
{
    /// <summary>How far its mail is read in and how many connections it takes; empty while it is not open.</summary>
    public IReadOnlyList<Said> Facts { get; init; } = [];

    /// <summary>Where to sign in with the provider again; null when that is not what it needs.</summary>
    public LocalUrl? SignInUrl { get; init; }

    public string Mark => AccountMark.Of(Account.Colour);

    public string Initials => string.Concat(Account.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => System.Globalization.StringInfo.GetNextTextElement(word))).ToUpperInvariant();

    public bool IsHidden => Account.Combined == InCombinedViews.Hidden;

    public LocalUrl EditUrl => AccountUrl.Of(Account.Id);

    public LocalUrl TestUrl => AccountUrl.Of(Account.Id, "test");

    public LocalUrl HealthUrl => AccountUrl.Of(Account.Id, "health");

    public LocalUrl RemoveUrl => AccountUrl.Of(Account.Id, "remove");

    public LocalUrl ShowUrl => AccountUrl.Of(Account.Id, "combined");
}
