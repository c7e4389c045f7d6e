using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Compose;

/// <summary>The whole form of a message being written, however it is sent: by a button, by the autosave, or with a file.</summary>
/// <param name="Version">The edition the page was made from; 0 when nothing was saved yet.</param>
/// <param name="Keep">Files of the original that are wanted, for the first save.</param>
/// <param name="From">Null when the page that uploads a file sends hidden fields only.</param>
/// <param name="Remove">The button of one file.</param>
internal sealed record DraftInput(
    DraftId Draft,
    int Version,
    StartKind Kind,
    MessageKey? Original,
    IReadOnlyList<FileId> Keep,
    IdentityId? From,
    Prose? To,
    Prose? Cc,
    Prose? Bcc,
    Prose? Subject,
    Prose? Text,
    DraftAct? Act,
    FileId? Remove,
    Tick Sure,
    IReadOnlyList<FormUpload> Files) : IInput<DraftInput>
{
    /// <summary>Octets of all files of a message. A request is limited by the site as well.</summary>
    public const long MostOctets = 50L * 1024 * 1024;

    private const int MostFiles = 100;
    private const long MostUpload = 512L * 1024 * 1024;

    public static DraftInput Read(Fields fields) => new(
        fields.One("draft", DraftId.Read),
        fields.One<int>("version", text => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : null),
        fields.One<StartKind>("kind", Choice.Read<StartKind>),
        fields.Maybe("original", MessageKey.Read),
        fields.Many("keep", FileId.Read, MostFiles),
        fields.Maybe("from", IdentityId.Read),
        fields.Maybe("to", Prose.Read),
        fields.Maybe("cc", Prose.Read),
        fields.Maybe("bcc", Prose.Read),
        fields.Maybe("subject", Prose.Read),
        fields.Maybe("text", Prose.Read),
        fields.Maybe("act", Choice.Read<DraftAct>),
        fields.Maybe("remove", FileId.Read),
        fields.Ticked("sure"),
        fields.Files("file", MostFiles, MostUpload)); // the handler says what is too large, and keeps what was written

    /// <summary>Whether the fields that people write in came along.</summary>
    public bool IsWhole => From is not null;
}
