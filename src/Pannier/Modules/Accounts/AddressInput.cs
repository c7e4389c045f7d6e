using Pannier.Core.Http;

namespace Pannier.Modules.Accounts;

internal sealed record AddressInput(Line? Address) : IInput<AddressInput>
{
    public static AddressInput Read(Fields fields) => new(fields.Maybe("address", Line.Read));
}
