using Pannier.Core.Http;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

internal sealed record RemovePersonInput(UserId Person, Tick Sure) : IInput<RemovePersonInput>
{
    public static RemovePersonInput Read(Fields fields) => new(fields.One("person", UserId.Read), fields.Ticked("sure"));
}
