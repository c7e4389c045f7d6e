using Pannier.Core.Http;

namespace Pannier.Modules.Accounts.Provider;

internal sealed record ProviderInput(Line Name) : IInput<ProviderInput>
{
    public static ProviderInput Read(Fields fields) => new(fields.One("name", Line.Read));
}
