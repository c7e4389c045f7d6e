namespace Pannier.Mail.Compose;

/// <summary>A draft taken up again.</summary>
/// <param name="Unread">Recipients that could not be read, as they stand, for the person to mend.</param>
public sealed record OpenedDraft(Draft Draft, IReadOnlySet<DraftLoss> Losses, IReadOnlyList<AddressMistake> Unread);
