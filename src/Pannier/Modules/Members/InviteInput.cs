using Pannier.Core.Http;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

/// <param name="Name">Whom to let in where a back end checks passwords; none makes a link.</param>
internal sealed record InviteInput(Role Role, Line? Name) : IInput<InviteInput>
{
    public static InviteInput Read(Fields fields) => new(fields.One("role", Choice.Read<Role>), fields.Maybe("name", Line.Read));
}
