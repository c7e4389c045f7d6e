using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Messages.Parts;

internal sealed record PartInput(MessageKey Key, PartPath Section) : IInput<PartInput>
{
    public static PartInput Read(Fields fields) => new(fields.One("key", MessageKey.Read), fields.One("section", PartPath.Read));
}
