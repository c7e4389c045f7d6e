namespace Pannier.Mail.Lists;

/// <summary>What a row tells of its whole conversation: of all mailboxes but Junk, Trash and Drafts, each message once.</summary>
/// <param name="Count">Messages, at least 1.</param>
/// <param name="People">Who wrote, oldest first, each once.</param>
public sealed record ConversationSummary(int Count, IReadOnlyList<EmailAddress> People, Keywords Any, int Unread);
