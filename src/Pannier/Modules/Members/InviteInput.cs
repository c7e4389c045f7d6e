using Pannier.Core.Http;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

internal sealed record InviteInput(Role Role) : IInput<InviteInput>
{
    public static InviteInput Read(Fields fields) => new(fields.One("role", Choice.Read<Role>));
}
