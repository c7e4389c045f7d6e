using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages.Parts;

/// <summary>Which part, and the list that its message was opened from.</summary>
internal sealed record PartInput(MessageKey Key, PartPath Section, ListSpec? List) : IInput<PartInput>
{
    public static PartInput Read(Fields fields) => new(fields.One("key", MessageKey.Read), fields.One("section", PartPath.Read), ListSpec.From(fields));
}
