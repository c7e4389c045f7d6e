using System.Text.Json;
using System.Text.Json.Serialization;
using Pannier.Core.Accounts;
using Pannier.Mail;

namespace Pannier.Core.Records;

/// <summary>How records are written: enums by name, our ids as their text.</summary>
internal static class RecordJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Converters =
        {
            new JsonStringEnumConverter(),
            new TextConverter<AccountId>(text => AccountId.Read(text), id => id.ToString()),
            new TextConverter<MailboxId>(text => MailboxId.Read(text), id => id.ToString()),
            new TextConverter<IdentityId>(text => IdentityId.Read(text), id => id.ToString()),
            new TextConverter<ViewId>(text => ViewId.Read(text), id => id.ToString()),
            new CertificatePinConverter(),
            new BlobIdConverter(),
            new TextConverter<MessageKey>(text => MessageKey.Read(text), key => key.ToString()),
        },
    };
}
