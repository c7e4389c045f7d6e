using Pannier.Mail.Lists;

namespace Pannier.Modules.Messages;

/// <summary>Beside an opened message's own buttons: reply, forward and whatever else modules offer.</summary>
public sealed record MessageTools(OpenedMessage Message);
