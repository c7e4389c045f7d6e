using Pannier.Core.Http;

namespace Pannier.Modules.Messages.Pictures;

internal sealed record RoundInput(RoundId Round) : IInput<RoundInput>
{
    public static RoundInput Read(Fields fields) => new(fields.One("round", RoundId.Read));
}
