using System.Security.Cryptography;
using System.Text;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.MailingLists;

namespace Pannier.Modules.Subscriptions;

/// <summary>A list the person asked to be taken off, so that the next message of it says so.</summary>
[RecordKind("left-list", 1)]
public sealed record LeftList(DateTimeOffset At)
{
    /// <summary>What a list's record is found by: its identifier, else its sender.</summary>
    public static string IdOf(MessageHead message)
    {
        var named = message.Header("List-Id") is { } text && ListId.Read(text) is { } list ? list.Value : message.Row.Envelope.From is [{ Address: var from }, ..] ? from.ToLowerInvariant() : "";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)))[..32];
    }
}
