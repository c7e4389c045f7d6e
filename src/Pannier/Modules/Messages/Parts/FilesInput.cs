using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Messages.Parts;

/// <summary>Which message's files; those of a message within it, when it is named.</summary>
internal sealed record FilesInput(MessageKey Key, PartPath? Of) : IInput<FilesInput>
{
    public static FilesInput Read(Fields fields) => new(fields.One("key", MessageKey.Read), fields.Maybe("of", PartPath.Read));
}
