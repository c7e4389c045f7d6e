using System.Globalization;

namespace Pannier.Mail;

/// <summary>Names one message: the only way any API addresses one. As text <c>account-mailbox-uidvalidity-uid</c>.</summary>
/// <remarks>Naming is not owning: a key is honoured only when the session's own accounts resolve it.</remarks>
public readonly record struct MessageKey(AccountId Account, MailboxId Mailbox, uint UidValidity, Uid Uid)
{
    /// <summary>Reads a key, or null when the text is not one.</summary>
    public static MessageKey? Read(string text) =>
        text.Length <= 64
        && text.Split('-') is [var account, var mailbox, var validity, var uid]
        && AccountId.Read(account) is { } a
        && MailboxId.Read(mailbox) is { } m
        && Uid.TryReadNonZero(validity, out var v)
        && Uid.Read(uid) is { } u
            ? new(a, m, v, u)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Account}-{Mailbox}-{UidValidity}-{Uid}");
}
