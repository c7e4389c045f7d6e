using Pannier.Core.Http;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

internal sealed record StopSearchInput(ListSpec List) : IInput<StopSearchInput>
{
    public static StopSearchInput Read(Fields fields) => new(ListSpec.Read(fields, fields.One("scope", Scope.Read)));
}
