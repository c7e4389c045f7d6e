using Pannier.Core.Http;

namespace Pannier.Modules.Accounts.Provider;

internal sealed record DeviceInput(Line Name) : IInput<DeviceInput>
{
    public static DeviceInput Read(Fields fields) => new(fields.One("name", Line.Read));
}
