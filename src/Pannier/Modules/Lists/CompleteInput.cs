using Pannier.Core.Http;

namespace Pannier.Modules.Lists;

/// <summary>A search as far as it is typed.</summary>
internal sealed record CompleteInput(Line? Typed) : IInput<CompleteInput>
{
    public static CompleteInput Read(Fields fields) => new(fields.Maybe("q", SearchText.Read));
}
