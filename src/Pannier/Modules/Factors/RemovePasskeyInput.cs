using Pannier.Core.Factors;
using Pannier.Core.Http;

namespace Pannier.Modules.Factors;

internal sealed record RemovePasskeyInput(PasskeyId Passkey) : IInput<RemovePasskeyInput>
{
    public static RemovePasskeyInput Read(Fields fields) => new(fields.One("passkey", PasskeyId.Read));
}
