using Pannier.Core.Http;

namespace Pannier.Modules.Compose;

/// <summary>The start of a name or address.</summary>
internal sealed record RecipientsInput(Line? Typed) : IInput<RecipientsInput>
{
    public static RecipientsInput Read(Fields fields) => new(fields.Maybe("q", Line.Read));
}
