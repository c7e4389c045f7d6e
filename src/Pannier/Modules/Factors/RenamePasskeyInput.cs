using Pannier.Core.Factors;
using Pannier.Core.Http;

namespace Pannier.Modules.Factors;

internal sealed record RenamePasskeyInput(PasskeyId Passkey, Line? Name) : IInput<RenamePasskeyInput>
{
    public static RenamePasskeyInput Read(Fields fields) => new(fields.One("passkey", PasskeyId.Read), fields.Maybe("name", Line.Read));
}
