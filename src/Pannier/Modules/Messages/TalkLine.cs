using Pannier.Core;

namespace Pannier.Modules.Messages;

/// <summary>One message of a conversation, as a line beside the open one.</summary>
public sealed record TalkLine(LocalUrl Url, string Sender, string Preview, string When, DateTimeOffset ReceivedAt, string AccountMark, string AccountName, TalkState State);
