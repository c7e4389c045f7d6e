using Pannier.Core.Http;

namespace Pannier.Modules.Operating;

/// <param name="Name">Who mistyped too often.</param>
internal sealed record LetTryInput(Line? Name) : IInput<LetTryInput>
{
    public static LetTryInput Read(Fields fields) => new(fields.Maybe("name", Line.Read));
}
