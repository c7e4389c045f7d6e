namespace Pannier.Modules.Lists;

/// <summary>An account's mailboxes, to choose from.</summary>
public sealed record ViewChoices(string Account, string Mark, IReadOnlyList<ViewChoice> Mailboxes);
