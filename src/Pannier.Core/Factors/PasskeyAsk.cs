namespace Pannier.Core.Factors;

/// <summary>A question put to an authenticator, kept here until it is answered, once, or too old.</summary>
/// <param name="State">The challenge, in the form of the library that checks the answer.</param>
internal sealed record PasskeyAsk(PasskeyUse Use, string State, DateTimeOffset Until)
{
    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
}
