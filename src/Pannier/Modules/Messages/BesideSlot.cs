using Pannier.Mail;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages;

/// <summary>Beside an opened message: the list it was opened from.</summary>
public sealed record BesideSlot(MessageKey Open, ListSpec List);
