using Pannier.Core.Http;

namespace Pannier.Modules.Compose;

internal sealed record OpenDraftInput(DraftId Draft) : IInput<OpenDraftInput>
{
    public static OpenDraftInput Read(Fields fields) => new(fields.One("draft", DraftId.Read));
}
