using Pannier.Core.Records;
using Pannier.Mail;

namespace Pannier.Core.Accounts;

/// <summary>Who a message is from: a name and address the person may send as through one account.</summary>
/// <param name="ReplyTo">Null when answers go to the address itself.</param>
/// <param name="Signature">Plain text, without the separator line; empty for none.</param>
/// <param name="IsDefault">Whether the account writes as this one when nothing says otherwise; exactly one of an account is.</param>
[RecordKind("identity", 1)]
public sealed record Identity(IdentityId Id, AccountId Account, string Name, string Address, string? ReplyTo, string Signature, bool IsDefault);
