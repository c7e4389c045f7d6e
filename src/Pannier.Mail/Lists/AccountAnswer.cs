namespace Pannier.Mail.Lists;

/// <summary>What became of one account in a list.</summary>
/// <param name="Fault">Why it is missing or partial; null when it answered in full.</param>
public sealed record AccountAnswer(AccountId Account, MailFault? Fault)
{
    /// <summary>Null when the list holds all there is.</summary>
    public Filling? Filling { get; init; }
}
