using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Messages;

/// <summary>Which message's source, and whether to read it or to keep it.</summary>
internal sealed record SourceInput(MessageKey Key, Tick Save) : IInput<SourceInput>
{
    public static SourceInput Read(Fields fields) => new(fields.One("key", MessageKey.Read), fields.Ticked("save"));
}
