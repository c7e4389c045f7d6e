using Pannier.Core.Users;

namespace Pannier.Core.Factors;

/// <summary>Who has to have a second factor. Section <c>SecondFactor</c>.</summary>
public sealed record SecondFactorOptions
{
    /// <summary>Who must have a second factor: none (nobody), administrators, or everybody. Whoever has none yet is led, after the password, to the page that sets one up and to nothing else; the last one cannot be removed. None unless set.</summary>
    public FactorRequired Required { get; init; } = FactorRequired.None;

    internal bool Binds(Role role) => Required == FactorRequired.Everybody || (Required == FactorRequired.Administrators && role == Role.Administrator);
}
