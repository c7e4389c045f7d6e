using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Messages.Parts;

/// <summary>Whose conversation.</summary>
internal sealed record ConversationInput(MessageKey Key) : IInput<ConversationInput>
{
    public static ConversationInput Read(Fields fields) => new(fields.One("key", MessageKey.Read));
}
