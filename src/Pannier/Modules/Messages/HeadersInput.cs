using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Messages;

internal sealed record HeadersInput(MessageKey Key) : IInput<HeadersInput>
{
    public static HeadersInput Read(Fields fields) => new(fields.One("key", MessageKey.Read));
}
