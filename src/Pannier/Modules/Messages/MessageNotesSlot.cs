using Pannier.Mail.Lists;

namespace Pannier.Modules.Messages;

/// <summary>Between an opened message's head and its text: what there is to know before one reads on.</summary>
public sealed record MessageNotesSlot(OpenedMessage Message);
