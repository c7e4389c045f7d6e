using Pannier.Core.Http;

namespace Pannier.Modules.SignIn;

internal sealed record KeptInput(Tick Kept) : IInput<KeptInput>
{
    public static KeptInput Read(Fields fields) => new(fields.Ticked("kept"));
}
