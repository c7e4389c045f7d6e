using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Compose;

/// <summary>What to begin writing: at most one original, or what a mail link says. Of a link only known fields are read, and as text .</summary>
internal sealed record ComposeInput(
    MessageKey? Reply, MessageKey? ReplyAll, MessageKey? Forward, MessageKey? ForwardAttached, MessageKey? Edit,
    Prose? To, Prose? Cc, Prose? Subject, Prose? Body, Prose? Mailto) : IInput<ComposeInput>
{
    public static ComposeInput Read(Fields fields) => new(
        fields.Maybe("reply", MessageKey.Read),
        fields.Maybe("reply-all", MessageKey.Read),
        fields.Maybe("forward", MessageKey.Read),
        fields.Maybe("forward-attached", MessageKey.Read),
        fields.Maybe("edit", MessageKey.Read),
        fields.Maybe("to", Prose.Read),
        fields.Maybe("cc", Prose.Read),
        fields.Maybe("subject", Prose.Read),
        fields.Maybe("body", Prose.Read),
        fields.Maybe("mailto", Prose.Read));

    public StartKind Kind => this switch
    {
        { Reply: not null } => StartKind.Reply,
        { ReplyAll: not null } => StartKind.ReplyAll,
        { Forward: not null } => StartKind.Forward,
        { ForwardAttached: not null } => StartKind.ForwardAttached,
        { Edit: not null } => StartKind.Edit,
        _ => StartKind.New,
    };

    public MessageKey? Original => Reply ?? ReplyAll ?? Forward ?? ForwardAttached ?? Edit;
}
