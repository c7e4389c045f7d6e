using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Messages;

internal sealed record PartInput(MessageKey Key, Section Section) : IInput<PartInput>
{
    public static PartInput Read(Fields fields) => new(fields.One("key", MessageKey.Read), fields.One("section", Section.Read));
}
