using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages;

/// <summary>Whose headers, and the list that its message was opened from.</summary>
internal sealed record HeadersInput(MessageKey Key, ListSpec? List) : IInput<HeadersInput>
{
    public static HeadersInput Read(Fields fields) => new(fields.One("key", MessageKey.Read), ListSpec.From(fields));
}
