using Pannier.Core.Records;
using Pannier.Mail.Lists;

namespace Pannier.Core.Accounts;

/// <summary>An account's mailboxes by our ids, as its sealed record holds them.</summary>
[RecordKind("account-mailboxes", 1)]
internal sealed record AccountMailboxes(IReadOnlyList<KnownMailbox> Mailboxes);
