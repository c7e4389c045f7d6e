using Pannier.Core.Http;
using Pannier.Core.Views;
using Pannier.Mail;
using Pannier.Modules.Lists;
using Pannier.Modules.Messages.Pictures;

namespace Pannier.Modules.Messages;

/// <summary>Which message, the list it was opened from, and the form asked for.</summary>
internal sealed record MessageInput(MessageKey Key, ListSpec? List, BodyForm? Form) : IInput<MessageInput>
{
    /// <summary>What the person has just said of its pictures; null for nothing. No address says it: it takes an act of theirs.</summary>
    public PictureAsk? Pictures { get; init; }

    /// <summary>Whether the page asks for it before the person does: nothing is marked, and nobody else learns of it.</summary>
    public Tick Ahead { get; init; }

    /// <summary>How much of its page.</summary>
    public MessagePart Part { get; init; }

    public static MessageInput Read(Fields fields) => new(fields.One("key", MessageKey.Read), ListSpec.From(fields), fields.Maybe("form", Choice.Read<BodyForm>))
    {
        Ahead = fields.Ticked("ahead"),
        Part = PartOf(fields),
    };

    internal static MessagePart PartOf(Fields fields) => fields.Target == Panes.ReadingId ? MessagePart.Reading : MessagePart.Whole;
}
