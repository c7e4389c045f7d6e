using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>Which message's pictures, and for how long.</summary>
internal sealed record PicturesInput(MessageKey Key, ListSpec? List, PictureAsk For) : IInput<PicturesInput>
{
    public MessagePart Part { get; init; }

    public static PicturesInput Read(Fields fields) => new(fields.One("key", MessageKey.Read), ListSpec.From(fields), fields.One("for", text => Choice.Read<PictureAsk>(text))) { Part = MessageInput.PartOf(fields) };
}
