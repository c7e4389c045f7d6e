using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Senders;

/// <summary>Which message's signatures to check.</summary>
internal sealed record CheckInput(MessageKey Key) : IInput<CheckInput>
{
    public static CheckInput Read(Fields fields) => new(fields.One("key", MessageKey.Read));
}
