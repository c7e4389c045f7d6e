using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages;

/// <summary>Which message, the list it was opened from, and the form asked for.</summary>
internal sealed record MessageInput(MessageKey Key, Scope? In, Line? Search, BodyForm? Form) : IInput<MessageInput>
{
    public static MessageInput Read(Fields fields) => new(
        fields.One("key", MessageKey.Read),
        fields.Maybe("in", Scope.Read),
        fields.Maybe("q", SearchText.Read),
        fields.Maybe("form", Choice.Read<BodyForm>));
}
