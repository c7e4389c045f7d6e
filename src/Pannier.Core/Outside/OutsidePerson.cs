using Pannier.Core.Accounts;
using Pannier.Core.Users;

namespace Pannier.Core.Outside;

/// <summary>What a back end tells of somebody it vouches for.</summary>
/// <param name="Address">Their e-mail address; null when it is not known.</param>
/// <param name="DisplayName">What they are called; empty when it is not known.</param>
/// <param name="Imap">The mail account that the same password opens; null when there is none.</param>
/// <param name="Smtp">Where that account sends; null when it is not known.</param>
public sealed record OutsidePerson(string? Address, string DisplayName, Login? Imap, Login? Smtp)
{
    /// <summary>What the back end itself calls them, whatever was typed; null when that is their name.</summary>
    public SignInName? Name { get; init; }
}
