using Pannier.Core;

namespace Pannier.Modules.Mailboxes;

/// <summary>A mailbox was made, renamed or given a role.</summary>
public sealed record MailboxDone(LocalUrl Next, Said? Notice) : INext;
