namespace Pannier.Mail.Lists;

/// <summary>A message as a list shows it.</summary>
public sealed record Row(MessageKey Key, MessageRow Message);
