namespace Pannier.Mail.Lists;

/// <summary>A message as a list shows it.</summary>
public sealed record Row(MessageKey Key, MessageRow Message)
{
    /// <summary>The conversation it heads; null where rows are single messages.</summary>
    public ConversationSummary? Conversation { get; init; }
}
