using Pannier.Core;
using Pannier.Mail;

namespace Pannier.Modules.Compose;

/// <summary>The form of a message being written.</summary>
/// <param name="Version">The edition it was made from.</param>
/// <param name="Keep">Files of the original that the first save is to copy.</param>
/// <param name="Why">Why this identity; null when nothing chose it.</param>
/// <param name="SavedAt">Null when nothing was saved yet.</param>
/// <param name="Known">Whom the person writes to most, as fields take them: what the browser completes where no script runs.</param>
/// <param name="Status">422 for a form to correct, 409 for one that came too late, 200 else.</param>
public sealed record ComposePage(
    DraftId Id,
    int Version,
    StartKind Kind,
    MessageKey? Original,
    IReadOnlyList<string> Keep,
    IReadOnlyList<FromChoice> From,
    Said? Why,
    string To,
    string Cc,
    string Bcc,
    string Subject,
    string Text,
    IReadOnlyList<FileLine> Files,
    DateTimeOffset? SavedAt,
    IReadOnlyList<string> Known,
    IReadOnlyList<FieldMistake> Mistakes,
    IReadOnlyList<Said> Notes,
    int Status) : ITitled, IUnfinished
{
    public Said Title => Subject.Length == 0 ? Heading : Said.Of("compose.title", "subject", Subject.Length <= 200 ? Subject : Subject[..200]);

    public Said Heading => Said.Of("compose.heading." + Core.Http.Choice.Name(Kind));

    public string Url => $"/compose/{Id}";

    public IEnumerable<Said> MistakesOf(string field) => Mistakes.Where(mistake => mistake.Field == field).Select(mistake => mistake.Said);
}
