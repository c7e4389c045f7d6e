using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>What asking for the password again brought: the opened keys, a wait, or neither where it was wrong.</summary>
/// <param name="Opened">Who, with the keys, which are the caller's to dispose. Null unless the password was right.</param>
/// <param name="Wait">What to say to somebody who has to wait before trying again.</param>
public sealed record PasswordCheck(SignInOutcome.Opened? Opened, Said? Wait)
{
    /// <summary>Why it opened nothing although it may be right: changed where it is kept, or not to be checked now. Null for a wrong one.</summary>
    public Said? Why { get; init; }

    /// <summary>Whether there is no password to give, and they are to prove first that it is them (<c>/confirm</c>).</summary>
    public bool AsksProof { get; init; }

    /// <summary>What is said to somebody who did not give the password.</summary>
    /// <param name="wrong">Where it was looked at and wrong.</param>
    public Said Say(string wrong) => Wait ?? Why ?? Said.Of(wrong);
}
